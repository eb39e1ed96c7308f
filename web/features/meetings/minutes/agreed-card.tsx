import { EllipsisVertical, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { MeetingAction } from '../../../../shared/meetings/action.ts';
import type { Participant } from '../../../../shared/meetings/meeting.ts';
import { DateText } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../../ui/card.tsx';
import { Link } from '../../../ui/link.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import type { MinutesHand } from './use-minutes.ts';

const ActionDialog = lazy(() => import('./action-dialog.tsx'));

/** What was promised: by whom, by when, and what became work. */
export function AgreedCard({
  actions,
  participants,
  hand,
  mayPlan,
  plannerHref,
}: {
  actions: readonly MeetingAction[];
  participants: readonly Participant[];
  /** Absent for readers, and once the minutes stand. */
  hand?: MinutesHand;
  mayPlan: boolean;
  plannerHref: (plannerItemId: string) => string;
}) {
  const [editing, setEditing] = useState<MeetingAction | 'new'>();
  return (
    <Card>
      <CardHead
        title="Actions"
        fact={actions.length === 0 ? undefined : `${actions.length}`}
        ruled={actions.length > 0}
        action={
          hand ? (
            <Button size="sm" variant="quiet" icon={<Plus aria-hidden />} onClick={() => setEditing('new')}>
              Add action
            </Button>
          ) : undefined
        }
      />
      {actions.length === 0 ? <CardBody className="text-ink-3">Nothing was promised.</CardBody> : null}
      <ul className="divide-y divide-line">
        {actions.map((action) => {
          const { meetingActionId, text, owner, dueDate, plannerItemId } = action;
          return (
            <li key={meetingActionId} className="flex min-h-row items-center gap-3 py-1.5 pr-1.5 pl-3.5">
              <div className="min-w-0 flex-1">
                <p className="break-words font-medium">{text}</p>
                <p className="text-ink-3 text-meta">
                  {owner?.name ?? 'Nobody yet'}
                  {dueDate ? (
                    <>
                      , by <DateText iso={dueDate} />
                    </>
                  ) : null}
                  {plannerItemId ? (
                    <>
                      ,{' '}
                      <Link href={plannerHref(plannerItemId)} className="text-accent hover:underline">
                        on the roadmap
                      </Link>
                    </>
                  ) : null}
                </p>
              </div>
              {hand ? (
                <MenuButton
                  label={`More for ${text}`}
                  groups={[
                    {
                      id: 'change',
                      items: [
                        { id: 'edit', label: 'Edit', onSelect: () => setEditing(action) },
                        ...(mayPlan && !plannerItemId
                          ? [{ id: 'plan', label: 'Make planner item', onSelect: () => void hand.planAction(action) }]
                          : []),
                      ],
                    },
                    {
                      id: 'remove',
                      items: [
                        { id: 'remove', label: 'Remove', danger: true, onSelect: () => void hand.removeAction(action) },
                      ],
                    },
                  ]}
                >
                  <EllipsisVertical aria-hidden />
                </MenuButton>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Suspense>
        {editing && hand ? (
          <ActionDialog
            action={editing === 'new' ? undefined : editing}
            participants={participants}
            hand={hand}
            onClose={() => setEditing(undefined)}
          />
        ) : null}
      </Suspense>
    </Card>
  );
}
