import { MailX, X } from 'lucide-react';
import { MOST_PEOPLE } from '../../../shared/meetings/kinds.ts';
import type { ParticipantRef } from '../../../shared/meetings/meeting.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { LazyCombobox } from '../../ui/lazy-combobox.tsx';
import { type Invitable, refOf } from './people.ts';

const isSame = (a: ParticipantRef, b: ParticipantRef) => a.kind === b.kind && a.id === b.id;
const keyOf = ({ kind, id }: ParticipantRef) => `${kind} ${id}`;

/** Those chosen, one below the other, and a list of staff and contacts to add from. */
export function PeopleField({
  people,
  value,
  onChange,
  onBlur,
}: {
  people: readonly Invitable[];
  value: readonly ParticipantRef[];
  onChange: (next: ParticipantRef[]) => void;
  onBlur?: () => void;
}) {
  const chosen = value.flatMap((ref) => people.find((one) => isSame(one, ref)) ?? []);
  const others = people.filter((one) => !value.some((ref) => isSame(one, ref)));
  return (
    <div className="flex flex-col gap-2">
      {chosen.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {chosen.map((person) => (
            <li
              key={keyOf(person)}
              className="flex h-chip max-w-full items-center gap-1.5 rounded-control border border-line-strong bg-surface pl-1"
            >
              <Avatar name={person.name} side={person.kind === 'staff' ? 'staff' : 'client'} size="sm" />
              <span className="truncate text-meta">{person.name}</span>
              {person.email ? null : <MailX aria-label="No email address" className="size-3.5 shrink-0 text-warn" />}
              <button
                type="button"
                aria-label={`Take ${person.name} off`}
                onClick={() => onChange(value.filter((ref) => !isSame(ref, person)))}
                className="grid h-full w-7 shrink-0 place-items-center rounded-control text-ink-2 outline-offset-[-2px] hover:text-ink max-sm:w-11"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {value.length < MOST_PEOPLE ? (
        <LazyCombobox
          aria-label="Add somebody"
          placeholder="Add somebody"
          empty="Nobody of this name. Add them under People first."
          options={others.map((person) => ({
            value: keyOf(person),
            label: person.name,
            detail: [person.detail, person.email ? '' : 'no address'].filter(Boolean).join(', '),
          }))}
          value={null}
          onBlur={onBlur}
          onChange={(option) => {
            const added = others.find((person) => keyOf(person) === option?.value);
            if (added) onChange([...value, refOf(added)]);
          }}
        />
      ) : null}
    </div>
  );
}
