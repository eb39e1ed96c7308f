import { Ban, ChevronDown, CircleCheck, MapPlus, Pencil, RotateCcw } from 'lucide-react';
import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { isClosed, standingOf } from '../../../shared/goals/standing.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton, type MenuGroup } from '../../ui/menu-button.tsx';
import { MoreActions } from '../../ui/more-actions.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useRecordActions } from '../../ui/record-actions.tsx';
import { goalRef } from './goal-ref.ts';
import { StandingBadge } from './progress.tsx';
import { STANDINGS } from './standings.ts';
import { useReopen, useStand } from './use-goal.ts';

/** Where a person can put a goal against the rule. */
const BY_HAND = ['proposed', 'on-track', 'at-risk', 'off-track'] as const;

/** Title and standing of a goal, and what can be done with the whole of it. */
export function GoalHead({
  goal,
  goalsHref,
  writable,
  onEdit,
  onClose,
  onPlan,
}: {
  goal: GoalDetail;
  goalsHref: string;
  writable: boolean;
  onEdit: () => void;
  onClose: (how: 'achieve' | 'abandon') => void;
  /** Makes planner items for the goal; absent for who may not. */
  onPlan?: () => void;
}) {
  const stand = useStand(goal.companyId);
  const reopen = useReopen();
  const actions = useRecordActions()([goalRef(goal)]);
  const closed = isClosed(goal);
  const badge = <StandingBadge goal={goal} />;
  const standing: MenuGroup[] = [
    {
      id: 'by-rule',
      items: [
        {
          id: 'by-rule',
          label: 'By rule',
          detail: 'Progress against the time that has passed',
          checked: goal.status === 'active' && !goal.healthByHand,
          onSelect: () => stand(goal, 'by-rule'),
        },
      ],
    },
    {
      id: 'by-hand',
      label: 'By hand',
      items: BY_HAND.map((to) => ({
        id: to,
        label: STANDINGS[to].word,
        checked: to === 'proposed' ? standingOf(goal) === to : goal.status === 'active' && goal.healthByHand === to,
        onSelect: () => stand(goal, to),
      })),
    },
  ];
  const more: MenuGroup[] = [
    { id: 'records', items: actions },
    {
      id: 'goal',
      items: !writable
        ? []
        : closed
          ? [{ id: 'reopen', label: 'Reopen', icon: <RotateCcw aria-hidden />, onSelect: () => reopen(goal) }]
          : [{ id: 'abandon', label: 'Abandon', icon: <Ban aria-hidden />, onSelect: () => onClose('abandon') }],
    },
  ];
  return (
    <PageHead
      crumbs={[{ label: 'Goals', href: goalsHref }]}
      title={goal.title}
      badge={
        writable && !closed ? (
          <MenuButton
            bare
            align="start"
            className="flex h-6 items-center gap-0.5 rounded-badge hover:opacity-80"
            groups={standing}
          >
            <span className="sr-only">Standing: </span>
            {badge}
            <ChevronDown aria-hidden className="size-3.5 text-ink-2" />
          </MenuButton>
        ) : (
          badge
        )
      }
      actions={
        <>
          <MoreActions groups={more} />
          {closed || !writable ? null : (
            <>
              <Button icon={<Pencil aria-hidden />} onClick={onEdit}>
                Edit
              </Button>
              <Button icon={<CircleCheck aria-hidden />} onClick={() => onClose('achieve')}>
                Mark as achieved
              </Button>
            </>
          )}
        </>
      }
      primary={
        onPlan && !closed ? (
          <Button variant="primary" icon={<MapPlus aria-hidden />} onClick={onPlan}>
            Add to planner
          </Button>
        ) : undefined
      }
    />
  );
}
