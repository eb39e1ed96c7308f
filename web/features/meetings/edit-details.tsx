import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { changedFields } from '../../lib/changed-fields.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { factsOf, fieldsOf, MeetingFieldSet, MeetingFields } from './meeting-fields.tsx';
import { useMeetingSave } from './use-meeting.ts';

/** Time, place and kind of a meeting. Loads on first use. */
export default function EditDetails({
  meeting,
  people,
  onClose,
}: {
  meeting: MeetingDetail;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  onClose: () => void;
}) {
  const { save, changedBy } = useMeetingSave(meeting);
  const form = useSchemaForm(MeetingFields, fieldsOf(meeting));
  const { timeZone, invitation } = meeting;
  const isInvited = invitation > 0;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Details" size="lg">
      <Form
        form={form}
        onSubmit={async (fields) => {
          const { repeat, ...facts } = factsOf(fields, timeZone);
          const set = changedFields({ ...facts, repeat: repeat ?? null, hostId: fields.hostId }, meeting);
          if (!(await save(set))) return;
          const isTold = isInvited && ('startsAt' in set || 'durationMinutes' in set || 'place' in set);
          toast({ title: 'Details saved', ...(isTold ? { detail: 'Those who were invited are told by mail.' } : {}) });
          onClose();
        }}
      >
        <ChangedMeanwhile what="meeting" by={changedBy} people={people} onDiscard={onClose} />
        {isInvited ? (
          <Callout tone="info">Another time, length or place goes to everybody who was invited, by mail.</Callout>
        ) : null}
        <MeetingFieldSet form={form} zone={timeZone} />
        <FormField form={form} name="hostId" label="Host" className="sm:max-w-72">
          {(control) => <Select {...control} options={[...people].map(([value, label]) => ({ value, label }))} />}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Save details</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
