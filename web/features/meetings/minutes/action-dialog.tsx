import { useState } from 'react';
import type { MeetingAction } from '../../../../shared/meetings/action.ts';
import type { Participant } from '../../../../shared/meetings/meeting.ts';
import { Button } from '../../../ui/button.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { NativeSelect } from '../../../ui/native-select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { MinutesHand } from './use-minutes.ts';

/** An action that is added or corrected. Loads on first use. */
export default function ActionDialog({
  action,
  participants,
  hand,
  onClose,
}: {
  action: MeetingAction | undefined;
  participants: readonly Participant[];
  hand: MinutesHand;
  onClose: () => void;
}) {
  const [text, setText] = useState(action?.text ?? '');
  const [ownerId, setOwnerId] = useState(action?.owner?.id ?? '');
  const [dueDate, setDueDate] = useState(action?.dueDate ?? null);
  const [isMissing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const known = action?.owner;
  const people = [
    ...participants.map(({ kind, id, name }) => ({ kind, id, name })),
    ...(known && !participants.some(({ id }) => id === known.id) ? [known] : []),
  ];
  const save = async () => {
    const words = text.trim();
    setMissing(!words);
    if (!words) return;
    const person = people.find(({ id }) => id === ownerId);
    const owner = person && { kind: person.kind, id: person.id };
    setBusy(true);
    const isSaved = action
      ? await hand.editAction(action, { text: words, owner: owner ?? null, dueDate })
      : await hand.addAction({ text: words, ...(owner ? { owner } : {}), ...(dueDate ? { dueDate } : {}) });
    setBusy(false);
    if (isSaved) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={action ? 'Edit action' : 'Add an action'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            {action ? 'Save' : 'Add action'}
          </Button>
        </>
      }
    >
      <Field label="What is to be done" error={isMissing ? 'Enter what is to be done.' : undefined}>
        <TextInput value={text} maxLength={240} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Field label="Who">
        <NativeSelect
          value={ownerId}
          onChange={(event) => setOwnerId(event.target.value)}
          options={[{ value: '', label: 'Nobody yet' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </Field>
      <Field label="By when" optional>
        <DateInput value={dueDate} onChange={setDueDate} />
      </Field>
    </Dialog>
  );
}
