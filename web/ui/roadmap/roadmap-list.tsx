import { useId } from 'react';
import { roadmapPeriods } from '../../../shared/planner/roadmap-periods.ts';
import type { RoadmapStatus } from './roadmap-types.ts';
import { STATUS_WORDS } from './roadmap-words.ts';
import { StatusMark } from './status-mark.tsx';

/** One line of the client's roadmap. */
export interface RoadmapListItem {
  id: string;
  title: string;
  /** First day, YYYY-MM-DD; null without a date. */
  start: string | null;
  status: RoadmapStatus;
  /** Plain words in place of the status: "Done Nov 6", "After the lease". */
  note?: string;
  /** The client has to answer: the note stands out. */
  waiting?: boolean;
}

/** The roadmap as the client reads it: now, the next two quarters, later. It decides nothing and moves nothing. */
export function RoadmapList({
  items,
  today,
  locale,
  fiscalStartMonth,
  onOpen,
}: {
  items: readonly RoadmapListItem[];
  today: string;
  locale: string;
  fiscalStartMonth?: number;
  /** Makes the titles buttons. */
  onOpen?: (id: string) => void;
}) {
  const periods = roadmapPeriods(items, { today, locale, fiscalStartMonth });
  if (periods.length === 0) {
    return (
      <p className="rounded-card border border-line border-dashed p-4 text-13 text-ink-3">Nothing is planned yet.</p>
    );
  }
  return (
    <div className="divide-y divide-line rounded-card border border-line bg-surface">
      {periods.map((period) => (
        <Period key={period.title} title={period.title} note={period.note} items={period.items} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Period({
  title,
  note,
  items,
  onOpen,
}: {
  title: string;
  note: string;
  items: readonly RoadmapListItem[];
  onOpen: ((id: string) => void) | undefined;
}) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="print-block px-4 py-3">
      <h3 id={headingId} className="font-medium text-15">
        {title} {note && <span className="ml-1 font-normal text-13 text-ink-3">{note}</span>}
      </h3>
      <ul className="mt-1.5 space-y-2">
        {items.map((item) => (
          <li key={item.id} className="flex gap-2">
            <StatusMark status={item.status} className="mt-0.5" />
            <div className="min-w-0">
              {onOpen ? (
                <button
                  type="button"
                  onClick={() => onOpen(item.id)}
                  className="block min-h-6 text-left text-13 hover:underline"
                >
                  {item.title}
                </button>
              ) : (
                <p className="text-13">{item.title}</p>
              )}
              <p className={item.waiting ? 'font-medium text-13 text-warn' : 'text-13 text-ink-3'}>
                {item.note ?? STATUS_WORDS[item.status]}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
