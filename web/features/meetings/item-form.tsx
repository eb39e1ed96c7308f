import type { AgendaItem, Purpose } from '../../../shared/meetings/agenda.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field, FieldGroup } from '../../ui/field.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { tell } from '../../ui/tell.ts';
import { DraftField } from './draft-field.tsx';
import { MinutesField } from './minutes-field.tsx';
import { PURPOSES } from './text.ts';
import type { ItemSet } from './use-agenda.ts';

const AUDIENCES = [
  { value: 'client', label: 'Client' },
  { value: 'internal', label: 'Internal' },
] as const;

/** What an item says and for whom. Every field saves itself when it is left. */
export function ItemForm({ item, onSave }: { item: AgendaItem; onSave: (set: ItemSet) => Promise<void> }) {
  const { title, text, purpose, minutes, visibility, standing } = item;
  const set = (fields: ItemSet) => void onSave(fields).catch(tell);
  return (
    <div className="flex flex-col gap-4">
      <DraftField label="Title" value={title} longest={160} onSave={(next) => onSave({ title: next })} />
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-[1fr_6rem_auto]">
        <Field label="Purpose">
          <Select<Purpose> options={optionsOf(PURPOSES)} value={purpose} onChange={(next) => set({ purpose: next })} />
        </Field>
        <Field label="Time box">
          <span className="flex">
            <MinutesField title={title} value={minutes} onChange={(next) => set({ minutes: next })} />
          </span>
        </Field>
        <FieldGroup label="Who sees it">
          <Segmented
            label="Who sees it"
            options={AUDIENCES}
            value={visibility}
            onChange={(next) => set({ visibility: next })}
          />
        </FieldGroup>
      </div>
      <DraftField
        label={visibility === 'client' ? 'What the client reads' : 'Text'}
        help={visibility === 'client' ? undefined : 'Internal: it is in no invitation, no portal and no minutes.'}
        value={text}
        longest={2_000}
        rows={3}
        onSave={(next) => onSave({ text: next })}
      />
      <Checkbox
        checked={standing}
        onChange={(next) => set({ standing: next })}
        label="Comes back every time"
        detail="It stands on the next agenda of the series, whatever is said."
      />
    </div>
  );
}
