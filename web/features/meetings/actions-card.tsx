import { Check, Ellipsis } from 'lucide-react';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { cx } from '../../ui/cx.ts';
import { useNow } from '../../ui/locale.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ActionDue, ActionEnd } from './action-cells.tsx';
import { useActionMenu } from './use-action-menu.tsx';

/** What was promised in this meeting, and what became of it. */
export function ActionsCard({
  meeting,
  writable,
  itemHref,
  onOpenItem,
}: {
  meeting: MeetingDetail;
  writable: boolean;
  itemHref: (plannerItemId: string) => string;
  onOpenItem: (plannerItemId: string) => void;
}) {
  const { companyId, actions, timeZone } = meeting;
  const today = dateIn(timeZone, useNow());
  const { menuOf, done, dialog } = useActionMenu(companyId, onOpenItem);
  const open = actions.filter(({ status }) => status === 'open').length;
  if (actions.length === 0) return null;
  return (
    <Card>
      <CardHead title="Actions" fact={open === 0 ? 'All done' : `${open} of ${actions.length} open`} ruled />
      <ul className="divide-y divide-line">
        {actions.map((action) => (
          <li key={action.meetingActionId} className="flex items-center gap-2 px-3.5 py-2">
            <span className="flex min-w-0 flex-1 flex-col gap-0.5">
              <span className={cx('break-words', action.status === 'dropped' && 'text-ink-3 line-through')}>
                {action.text}
              </span>
              <span className="flex flex-wrap gap-x-2 text-ink-3 text-meta">
                <span>{action.owner?.name ?? 'Nobody yet'}</span>
                <ActionDue action={action} today={today} />
              </span>
            </span>
            {action.status !== 'open' ? (
              <ActionEnd action={action} itemHref={itemHref} />
            ) : writable ? (
              <Button
                size="sm"
                icon={<Check aria-hidden />}
                aria-label={`Done: ${action.text}`}
                onClick={() => done(action)}
              >
                Done
              </Button>
            ) : null}
            {writable ? (
              <MenuButton label={`Actions for ${action.text}`} groups={menuOf(action)}>
                <Ellipsis aria-hidden />
              </MenuButton>
            ) : null}
          </li>
        ))}
      </ul>
      {dialog}
    </Card>
  );
}
