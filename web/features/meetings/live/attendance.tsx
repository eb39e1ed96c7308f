import type { Participant } from '../../../../shared/meetings/meeting.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { cx } from '../../../ui/cx.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';

/** Who is in the room: a press takes a person out or in. Client people stand first. */
export function Attendance({
  participants,
  onAttend,
}: {
  participants: readonly Participant[];
  onAttend: (id: string, present: boolean) => void;
}) {
  if (participants.length === 0) return null;
  const sides = [
    participants.filter(({ kind }) => kind === 'contact'),
    participants.filter(({ kind }) => kind === 'staff'),
  ].filter((side) => side.length > 0);
  return (
    <section aria-label="In the room" className="flex flex-col gap-2 border-line border-t px-5 py-4">
      <h2 className="text-13 text-ink-3">In the room</h2>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {sides.map((side) => (
          <ul
            key={side[0]?.kind}
            className="flex flex-wrap gap-1.5 not-first:border-line not-first:border-l not-first:pl-3"
          >
            {side.map(({ id, name, kind, present = false }) => (
              <li key={id}>
                <Tooltip text={present ? name : `${name}, not here`}>
                  <button
                    type="button"
                    aria-pressed={present}
                    onClick={() => onAttend(id, !present)}
                    className="relative grid size-9 place-items-center rounded-full max-lg:size-11"
                  >
                    <Avatar
                      name={name}
                      size="lg"
                      side={kind === 'contact' && present ? 'client' : 'staff'}
                      className={cx(
                        !present && 'line-through outline-2 outline-line-field -outline-offset-2 outline-dashed',
                      )}
                    />
                    <span className="sr-only">{name}</span>
                  </button>
                </Tooltip>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </section>
  );
}
