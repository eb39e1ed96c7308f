import { ChevronDown, GripVertical, Plus } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { cx } from '../cx.ts';
import type { RoadmapActions } from './roadmap-actions.ts';
import type { RoadmapWork } from './roadmap-types.ts';
import { estimateText } from './roadmap-words.ts';
import { useActive } from './use-active.ts';

/** Work without a date: counted in no total above. Cards are dragged onto a quarter or moved by their menu. */
export function RoadmapTray({
  works,
  summary,
  carried,
  actions,
  onAdd,
}: {
  works: readonly RoadmapWork[];
  /** "7 items, $8,910". */
  summary: string;
  /** Id of the card that hangs on the pointer. */
  carried: string | null;
  actions: RoadmapActions;
  onAdd: (() => void) | undefined;
}) {
  const [open, setOpen] = useState(true);
  const listId = useId();
  return (
    <section
      aria-label="Unscheduled"
      className="print-block rounded-card border border-line-strong border-dashed p-3.5"
    >
      <div className="flex flex-wrap items-center gap-x-2">
        <h3>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={listId}
            onClick={() => setOpen(!open)}
            className="flex min-h-6 items-center gap-2 font-semibold text-13"
          >
            <ChevronDown aria-hidden className={cx('size-4 text-ink-2', !open && '-rotate-90')} />
            Unscheduled
          </button>
        </h3>
        <p className="text-12 text-ink-3">{summary}</p>
        {open && works.length > 0 && (
          <p className="no-print ml-auto text-12 text-ink-3 max-lg:hidden">
            Drag onto a quarter, or choose one in the item menu
          </p>
        )}
      </div>
      <ul
        id={listId}
        hidden={!open}
        className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-2 [&[hidden]]:hidden"
      >
        {works.map((work) => (
          <TrayCard key={work.id} work={work} lifted={carried === work.id} actions={actions} />
        ))}
        {onAdd && (
          <li className="no-print">
            <button
              type="button"
              onClick={onAdd}
              className="flex size-full min-h-13 items-center justify-center gap-2 rounded-control border border-line-strong border-dashed font-medium text-12 text-ink-2 hover:bg-hover"
            >
              <Plus aria-hidden className="size-4" />
              Add without a date
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Memoised: the tray draws again at every step of a drag, its cards do not. */
const TrayCard = memo(function TrayCard({
  work,
  lifted,
  actions,
}: {
  work: RoadmapWork;
  lifted: boolean;
  actions: RoadmapActions;
}) {
  const { active, handlers } = useActive();
  return (
    <li
      data-tray={work.id}
      className={cx(
        'flex select-none items-center gap-2.5 rounded-control border border-line bg-surface py-1.5 pr-3 pl-2',
        lifted && 'opacity-50',
      )}
      {...handlers}
    >
      <span className="no-print cursor-grab touch-none py-2">
        <GripVertical aria-hidden className="size-4 text-ink-3" />
      </span>
      <span className="min-w-0 flex-1">
        <button
          type="button"
          onClick={() => actions.open(work.id)}
          className="block max-w-full truncate text-left font-medium text-13"
        >
          {work.title}
        </button>
        <span className="num block truncate text-12 text-ink-3">
          {estimateText(work, actions.money, actions.locale)}
        </span>
      </span>
      {active && actions.menu(work)}
      {active && actions.more(work)}
      {work.icons?.slice(0, 1).map(({ icon: Icon, label }) => (
        <span key={label} className="shrink-0">
          <Icon aria-hidden className="size-4 text-ink-2" />
          <span className="sr-only">{label}</span>
        </span>
      ))}
    </li>
  );
});
