import { Pencil } from 'lucide-react';
import { quarterWordsOf } from '../../../shared/kernel/fiscal-words.ts';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { LANE_WORDS } from '../../../shared/planner/words.ts';
import { DateText } from '../../ui/amount.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PRIORITIES } from '../../ui/priority.ts';
import { type ItemGoal, ServedGoals } from './served-goals.tsx';
import { BUSINESS_VALUES } from './text.ts';

const none = (word: string) => <span className="text-ink-3">{word}</span>;

function Name({ name, side }: { name: string | undefined; side: 'staff' | 'client' }) {
  if (!name) return none('Unassigned');
  return (
    <>
      <Avatar name={name} side={side} size="sm" />
      {name}
    </>
  );
}

/** When, where, how urgent and whose. */
export function DetailsCard({
  item,
  fiscalYearStart,
  people,
  contacts,
  goals,
  onEdit,
}: {
  item: PlannerItemDetail;
  fiscalYearStart: number;
  people: ReadonlyMap<string, string>;
  contacts: readonly { contactId: string; name: string }[];
  goals: readonly ItemGoal[];
  onEdit?: () => void;
}) {
  const { startDate, endDate, lane, priority, businessValue, assigneeId, approverContactId, riskIfDeferred } = item;
  const approver = contacts.find(({ contactId }) => contactId === approverContactId);
  const facts = [
    {
      id: 'quarter',
      label: 'Quarter',
      value:
        startDate && endDate ? (
          <span>
            {quarterWordsOf(startDate, fiscalYearStart)}, <DateText iso={startDate} year={false} /> –{' '}
            <DateText iso={endDate} year={false} />
          </span>
        ) : (
          none('No date yet')
        ),
    },
    { id: 'lane', label: 'Lane', value: LANE_WORDS[lane] },
    {
      id: 'priority',
      label: 'Priority',
      value: <Badge tone={PRIORITIES[priority].tone}>{PRIORITIES[priority].word}</Badge>,
    },
    { id: 'value', label: 'Business value', value: BUSINESS_VALUES[businessValue] },
    {
      id: 'owner',
      label: 'Owner',
      value: <Name name={assigneeId && (people.get(assigneeId) ?? 'Former staff')} side="staff" />,
    },
    { id: 'approver', label: 'Client approver', value: <Name name={approver?.name} side="client" /> },
    { id: 'goals', label: 'Serves', value: <ServedGoals item={item} goals={goals} writable={onEdit !== undefined} /> },
    { id: 'wait', label: 'If it waits', value: riskIfDeferred ? <span>{riskIfDeferred}</span> : none('Not said') },
  ];
  return (
    <Card>
      <CardHead
        title="Details"
        action={
          onEdit ? (
            <IconButton small label="Edit the details" icon={<Pencil />} onClick={onEdit} className="-mr-1.5" />
          ) : undefined
        }
      />
      <CardBody>
        <FactList facts={facts} />
      </CardBody>
    </Card>
  );
}
