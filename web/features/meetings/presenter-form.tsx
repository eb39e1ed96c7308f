import type { AgendaItem } from '../../../shared/meetings/agenda.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { tell } from '../../ui/tell.ts';
import { DraftField } from './draft-field.tsx';
import type { ItemSet } from './use-agenda.ts';

/** Choices of a list cannot be empty. */
const NOBODY = 'nobody';

/** Who presents an item, and what they want to say. Both may change after the agenda is locked. */
export function PresenterForm({
  item,
  people,
  writable,
  onSave,
}: {
  item: AgendaItem;
  people: ReadonlyMap<string, string>;
  writable: boolean;
  onSave: (set: ItemSet) => Promise<void>;
}) {
  const { presenterId, note } = item;
  if (!writable) {
    return (
      <>
        <p>{presenterId ? (people.get(presenterId) ?? 'Former staff') : 'The host presents it.'}</p>
        <p className="whitespace-pre-line break-words">{note || 'No note.'}</p>
      </>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label="Who presents it">
        <Select
          options={[{ value: NOBODY, label: 'The host' }, ...[...people].map(([value, label]) => ({ value, label }))]}
          value={presenterId ?? NOBODY}
          onChange={(next) => void onSave({ presenterId: next === NOBODY ? null : next }).catch(tell)}
        />
      </Field>
      <DraftField
        label="Note"
        help="What to say, what to know, what to be careful with."
        value={note}
        longest={2_000}
        rows={4}
        onSave={(next) => onSave({ note: next })}
      />
    </div>
  );
}
