import type { Meeting } from '../../../shared/meetings/meeting.ts';

/** What of its time an agenda leaves free. */
export function TimeLeft({ meeting: { durationMinutes, plannedMinutes } }: { meeting: Meeting }) {
  const left = durationMinutes - plannedMinutes;
  if (left >= 0) return <span className="font-normal text-ink-2 text-meta">{`${left} min left`}</span>;
  return <span className="font-normal text-meta text-warn">{`${-left} min over`}</span>;
}

/** How many of the chosen records stand on the agenda already. */
export function AlreadyThere({ there, of }: { there: number; of: number }) {
  const words = of === 1 ? 'It stands' : there === of ? 'All of them stand' : `${there} of ${of} stand`;
  return <p className="text-ink-2 text-meta">{`${words} on this agenda already and will not be added twice.`}</p>;
}
