import { Ellipsis, GripVertical } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Goal, Standing } from '../../../shared/goals/goal.ts';
import { standingOf } from '../../../shared/goals/standing.ts';
import { DateText } from '../../ui/amount.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { cx } from '../../ui/cx.ts';
import { Link } from '../../ui/link.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { PRIORITIES } from '../../ui/priority.ts';
import { useRecordActions } from '../../ui/record-actions.tsx';
import { goalRef } from './goal-ref.ts';
import { GoalProgress } from './progress.tsx';
import { CATEGORIES, STANDINGS } from './standings.ts';
import { movesOf } from './use-goal.ts';

/** Standings that a goal is put into on the board, left to right. */
export const COLUMNS = ['proposed', 'on-track', 'at-risk', 'off-track', 'achieved'] as const;
export type ColumnId = (typeof COLUMNS)[number];

const PLACE = '-mt-1 -mr-1.5 max-sm:-mt-2.5 max-sm:-mr-2.5 max-sm:-mb-3';
const HANDLE =
  'grid size-7 touch:size-11 max-sm:size-11 place-items-center rounded-control text-ink-3 hover:bg-hover hover:text-ink [&_svg]:size-4';

/** One goal on the board. Its handle drags, opens a menu of places, and takes the arrow keys. */
export function GoalCard({
  goal,
  owner,
  href,
  writable,
  takesFocus,
  onMove,
}: {
  goal: Goal;
  owner: string | undefined;
  href: string;
  writable: boolean;
  /** It was just moved by key: the handle takes the focus again where it is now. */
  takesFocus: boolean;
  onMove: (to: ColumnId, byKey: boolean) => void;
}) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (takesFocus) card.current?.querySelector<HTMLElement>('[data-move] button')?.focus();
  }, [takesFocus]);
  const actions = { id: 'records', items: useRecordActions()([goalRef(goal)]) };
  const moves = movesOf(goal);
  const movable = writable && moves.length > 0;
  const steer = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const at = (COLUMNS as readonly Standing[]).indexOf(standingOf(goal));
    const to = COLUMNS[at + (event.key === 'ArrowLeft' ? -1 : 1)];
    if (!to) return;
    event.preventDefault();
    onMove(to, true);
  };
  const urgent = goal.priority === 'critical' || goal.priority === 'high';
  return (
    <li
      ref={card}
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', goal.goalId);
        event.dataTransfer.effectAllowed = 'move';
      }}
      className="flex flex-col gap-2 rounded-control border border-line bg-surface px-3 py-2.5"
    >
      <div className="flex items-start gap-1">
        <Link href={href} draggable={false} className="min-w-0 flex-1 font-medium hover:underline">
          {goal.title}
        </Link>
        {movable ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: the button inside has the focus; keys reach it from there
          <span data-move onKeyDown={steer} className={PLACE}>
            <MenuButton
              bare
              label={`Move ${goal.title}`}
              className={cx(HANDLE, 'cursor-grab')}
              groups={[
                {
                  id: 'move',
                  label: 'Move to',
                  items: moves.map((to) => ({
                    id: to,
                    label: STANDINGS[to].word,
                    ...(to === 'achieved' ? { detail: 'Asks for evidence' } : {}),
                    onSelect: () => onMove(to, true),
                  })),
                },
                ...(actions.items.length > 0 ? [actions] : []),
              ]}
            >
              <GripVertical aria-hidden />
            </MenuButton>
          </span>
        ) : actions.items.length > 0 ? (
          <span className={PLACE}>
            <MenuButton bare label={`Actions for ${goal.title}`} className={HANDLE} groups={[actions]}>
              <Ellipsis aria-hidden />
            </MenuButton>
          </span>
        ) : null}
      </div>
      <p className="flex flex-wrap items-center gap-x-1.5 text-ink-3 text-meta">
        <span>{CATEGORIES[goal.category]}</span>
        {goal.targetDate ? (
          <span>
            · by <DateText iso={goal.targetDate} />
          </span>
        ) : null}
      </p>
      <GoalProgress goal={goal} source />
      {owner || urgent ? (
        <div className="flex items-center justify-between gap-2">
          {owner ? (
            <span className="flex min-w-0 items-center gap-1.5 text-ink-2 text-meta">
              <Avatar name={owner} side="staff" size="sm" />
              <span className="truncate">{owner}</span>
            </span>
          ) : (
            <span />
          )}
          {urgent ? <Badge tone={PRIORITIES[goal.priority].tone}>{PRIORITIES[goal.priority].word}</Badge> : null}
        </div>
      ) : null}
    </li>
  );
}
