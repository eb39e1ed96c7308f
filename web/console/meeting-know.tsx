import type { ReactNode } from 'react';
import type { BudgetLine } from '../../shared/budgets/budget.ts';
import { LINE_WORDS } from '../../shared/budgets/words.ts';
import { standingOf } from '../../shared/goals/standing.ts';
import type { AgendaItem } from '../../shared/meetings/agenda.ts';
import { STANDINGS } from '../features/goals/standings.ts';
import type { Knowledge } from '../features/meetings/live/presenter-side.tsx';
import { STATUSES } from '../features/planner/statuses.ts';
import { DateText, Money, RelativeTime } from '../ui/amount.tsx';
import { counted } from '../ui/format.ts';
import type { MeetingRecords } from './meeting-records.ts';

type Row = Knowledge['rows'][number];

const row = (id: string, label: ReactNode, value: ReactNode): Row => ({ id, label, value });

/** "2 waiting", "Approved": how lines of one piece of work stand. */
function linesText(lines: readonly BudgetLine[]): string {
  const open = lines.filter(({ status }) => status === 'pending').length;
  if (open > 0) return counted(open, 'line waits', 'lines wait');
  return [...new Set(lines.map(({ status }) => LINE_WORDS[status]))].join(', ');
}

function ofPlannerItem({ items, budgets }: MeetingRecords, id: string): Knowledge {
  const item = items.get(id);
  if (!item) return { rows: [] };
  const { status, hours, estimateLow, estimateHigh, currency, publishedAt, updatedAt, privateNote } = item;
  const held = [...budgets.values()].flatMap(({ budgetId, title, lines }) => {
    const own = lines.filter(({ source }) => source?.plannerItemId === id);
    return own.length > 0 ? [row(budgetId, title, linesText(own))] : [];
  });
  return {
    rows: [
      row('status', 'On the roadmap', STATUSES[status].word),
      row('since', 'Last changed', <RelativeTime iso={updatedAt} />),
      row('shown', 'Client sees it since', publishedAt ? <DateText iso={publishedAt} year={false} /> : 'Not published'),
      ...(hours > 0 ? [row('hours', 'Hours', hours)] : []),
      ...(estimateLow !== undefined && estimateHigh !== undefined
        ? [
            row(
              'range',
              'Estimate',
              <>
                <Money minor={estimateLow} currency={currency} /> to <Money minor={estimateHigh} currency={currency} />
              </>,
            ),
          ]
        : []),
      ...held,
    ],
    ...(privateNote ? { note: privateNote } : {}),
  };
}

function ofOthers({ budgets, findings, goals }: MeetingRecords, { type, id }: AgendaItem['records'][number]): Row[] {
  const [budget, finding, goal] = [budgets.get(id), findings.get(id), goals.get(id)];
  if (type === 'budget' && budget)
    return [
      row('open', 'Lines that wait', budget.openLines),
      row('sum', 'Waiting', <Money minor={budget.sums.pending} currency={budget.currency} />),
      row('sent', 'Sent', budget.sentAt ? <DateText iso={budget.sentAt} year={false} /> : 'Not sent'),
      ...(budget.dueDate ? [row('due', 'Answers due', <DateText iso={budget.dueDate} year={false} />)] : []),
    ];
  if (type === 'finding' && finding)
    return [
      row('raised', 'Found', <RelativeTime iso={finding.raisedAt} />),
      ...finding.evidence.slice(0, 4).map(({ label, value }) => row(`e-${label}`, label, value)),
    ];
  if (type === 'goal' && goal)
    return [
      row('standing', 'Stands', STANDINGS[standingOf(goal)].word),
      row('work', 'Work', goal.work.items === 0 ? 'None yet' : `${goal.work.done} of ${goal.work.items} done`),
    ];
  return [];
}

/** What the presenter should know of an item's record beyond what the client sees. */
export function meetingKnowledge(item: AgendaItem, records: MeetingRecords): Knowledge {
  const [record, ...others] = item.records;
  if (!record || others.length > 0) return { rows: [] };
  return record.type === 'planner-item' ? ofPlannerItem(records, record.id) : { rows: ofOthers(records, record) };
}
