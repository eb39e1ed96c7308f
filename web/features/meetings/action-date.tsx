import { useState } from 'react';
import type { MeetingAction } from '../../../shared/meetings/action.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

/** Another day for an action, or none. Loads on first use. */
export default function ActionDate({
  action,
  onMove,
  onClose,
}: {
  action: MeetingAction;
  onMove: (dueDate: string | null) => void;
  onClose: () => void;
}) {
  const [date, setDate] = useState<string | null>(action.dueDate ?? null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={action.dueDate ? 'Move the date' : 'Set a date'}
      description={action.text}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onMove(date);
          onClose();
        }}
      >
        <Field label="To be done by" optional help="Empty: no day was agreed.">
          <DateInput value={date} onChange={setDate} />
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Save date
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
