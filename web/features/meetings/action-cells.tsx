import { TriangleAlert } from 'lucide-react';
import type { MeetingAction } from '../../../shared/meetings/action.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { ACTION_WORDS, isLate } from './action-list.ts';

/** Until when; amber once the day is over. */
export function ActionDue({ action, today }: { action: MeetingAction; today: string }) {
  const { dueDate } = action;
  if (!dueDate) return <span className="text-ink-3">No date</span>;
  if (!isLate(action, today)) return <DateText iso={dueDate} />;
  return (
    <span className="whitespace-nowrap font-medium text-warn">
      <TriangleAlert aria-label="Overdue" className="mr-1 mb-0.5 inline size-3.5" />
      <DateText iso={dueDate} />
    </span>
  );
}

/** What became of a closed action, and the work that it led to. */
export function ActionEnd({ action, itemHref }: { action: MeetingAction; itemHref: (id: string) => string }) {
  const { status, plannerItemId } = action;
  if (plannerItemId) return <TextLink href={itemHref(plannerItemId)}>On the roadmap</TextLink>;
  return <Badge tone={status === 'done' ? 'ok' : 'idle'}>{ACTION_WORDS[status]}</Badge>;
}
