import { useState } from 'react';
import type { Goal } from '../../../shared/goals/goal.ts';
import { byUrgency, isClosed, standingOf } from '../../../shared/goals/standing.ts';
import { cx } from '../../ui/cx.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { COLUMNS, type ColumnId, GoalCard } from './goal-card.tsx';
import { STANDINGS } from './standings.ts';

/** What stands in an empty column. */
const NONE: Record<ColumnId, string> = {
  proposed: 'Nothing waits for a yes.',
  'on-track': 'Nothing is on track.',
  'at-risk': 'Nothing is at risk.',
  'off-track': 'Nothing is off track.',
  achieved: 'Nothing is achieved yet.',
};

/** Goals by where they stand. A card is moved by drag, by its menu, or by arrow keys on its handle. */
export function GoalBoard({
  goals,
  people,
  writable,
  hrefOf,
  onMove,
}: {
  goals: readonly Goal[];
  people: ReadonlyMap<string, string>;
  writable: boolean;
  hrefOf: (goalId: string) => string;
  onMove: (goal: Goal, to: ColumnId) => void;
}) {
  const [over, setOver] = useState<ColumnId>();
  const [moved, setMoved] = useState<string>();
  const sorted = goals.toSorted(byUrgency);
  const drop = (goalId: string, to: ColumnId) => {
    const goal = goals.find((one) => one.goalId === goalId);
    setOver(undefined);
    if (!goal || isClosed(goal) || standingOf(goal) === to) return;
    setMoved(undefined);
    onMove(goal, to);
  };
  return (
    <section
      aria-label="Goals by standing"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="-mx-gutter overflow-x-auto px-gutter pb-2 outline-offset-[-2px]"
    >
      <div className="grid gap-3 sm:min-w-260 sm:grid-cols-5">
        {COLUMNS.map((column) => {
          const own = sorted.filter((goal) => standingOf(goal) === column);
          const { word, tone } = STANDINGS[column];
          return (
            <section
              key={column}
              aria-label={word}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(column);
              }}
              onDragLeave={(event) => {
                if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(undefined);
              }}
              onDrop={(event) => {
                event.preventDefault();
                drop(event.dataTransfer.getData('text/plain'), column);
              }}
              className={cx(
                'flex min-w-0 flex-col gap-2 rounded-card bg-sunken p-2 sm:min-h-60',
                over === column && 'outline-2 outline-accent',
                own.length === 0 && 'max-sm:hidden',
              )}
            >
              <h2 className="flex items-center gap-1.5 px-1 pt-0.5 font-semibold text-body">
                <StatusIcon tone={tone} label="" />
                {word}
                <span className="num font-normal text-ink-3 text-meta">{own.length}</span>
              </h2>
              {own.length === 0 ? (
                <p className="px-1 text-ink-3 text-meta">{NONE[column]}</p>
              ) : (
                <ul className="flex flex-col gap-2">
                  {own.map((goal) => (
                    <GoalCard
                      key={goal.goalId}
                      goal={goal}
                      owner={goal.ownerId ? (people.get(goal.ownerId) ?? 'Former staff') : undefined}
                      href={hrefOf(goal.goalId)}
                      writable={writable}
                      takesFocus={moved === goal.goalId}
                      onMove={(to, byKey) => {
                        setMoved(byKey ? goal.goalId : undefined);
                        onMove(goal, to);
                      }}
                    />
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </section>
  );
}
