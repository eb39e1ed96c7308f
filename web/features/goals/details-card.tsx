import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { DateText } from '../../ui/amount.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { PRIORITIES } from '../../ui/priority.ts';
import { CATEGORIES } from './standings.ts';
import { HORIZONS, MODES } from './text.ts';

const none = (word: string) => <span className="text-ink-3">{word}</span>;

function Name({ name, side }: { name: string | undefined; side: 'staff' | 'client' }) {
  if (!name) return none(side === 'staff' ? 'Unassigned' : 'Nobody yet');
  return (
    <>
      <Avatar name={name} side={side} size="sm" />
      {name}
    </>
  );
}

/** What kind of goal it is, until when, and whose. */
export function DetailsCard({
  goal,
  people,
  contacts,
}: {
  goal: GoalDetail;
  people: ReadonlyMap<string, string>;
  contacts: readonly { contactId: string; name: string }[];
}) {
  const { category, priority, horizon, startDate, targetDate, ownerId, sponsorContactId, progressMode, closedAt } =
    goal;
  const sponsor = contacts.find(({ contactId }) => contactId === sponsorContactId);
  const facts = [
    { id: 'due', label: 'Target date', value: targetDate ? <DateText iso={targetDate} /> : none('No date yet') },
    { id: 'horizon', label: 'Horizon', value: HORIZONS[horizon] },
    { id: 'category', label: 'Category', value: CATEGORIES[category] },
    {
      id: 'priority',
      label: 'Priority',
      value: <Badge tone={PRIORITIES[priority].tone}>{PRIORITIES[priority].word}</Badge>,
    },
    { id: 'mode', label: 'Progress', value: MODES[progressMode] },
    {
      id: 'owner',
      label: 'Owner',
      value: <Name name={ownerId && (people.get(ownerId) ?? 'Former staff')} side="staff" />,
    },
    { id: 'sponsor', label: 'Sponsor', value: <Name name={sponsor?.name} side="client" /> },
    { id: 'since', label: 'Since', value: startDate ? <DateText iso={startDate} /> : none('Not begun') },
    ...(closedAt ? [{ id: 'closed', label: 'Closed', value: <DateText iso={closedAt} /> }] : []),
  ];
  return (
    <Card>
      <CardHead title="Details" />
      <CardBody>
        <FactList facts={facts} />
      </CardBody>
    </Card>
  );
}
