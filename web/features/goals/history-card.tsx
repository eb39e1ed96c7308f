import { useInfiniteQuery } from '@tanstack/react-query';
import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { RecordHistory } from '../../lib/record-history.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { historyWords } from './history-words.ts';
import { goalHistoryQuery } from './queries.ts';

/** What happened to the goal, newest first. */
export function HistoryCard({
  goal: { companyId, goalId },
  people,
}: {
  goal: GoalDetail;
  people: ReadonlyMap<string, string>;
}) {
  const { locale } = useLocale();
  const history = useInfiniteQuery(goalHistoryQuery({ companyId, goalId }));
  return (
    <Card>
      <CardHead title="History" />
      <CardBody className="flex flex-col gap-2">
        <RecordHistory history={history} words={(entry) => historyWords(entry, locale)} people={people} />
      </CardBody>
    </Card>
  );
}
