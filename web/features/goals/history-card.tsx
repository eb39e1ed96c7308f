import { useInfiniteQuery } from '@tanstack/react-query';
import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { HistoryCard } from '../../lib/record-history.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { historyWords } from './history-words.ts';
import { goalHistoryQuery } from './queries.ts';

/** What happened to the goal, newest first. */
export function GoalHistory({
  goal: { companyId, goalId },
  people,
}: {
  goal: GoalDetail;
  people: ReadonlyMap<string, string>;
}) {
  const { locale } = useLocale();
  const history = useInfiniteQuery(goalHistoryQuery({ companyId, goalId }));
  return <HistoryCard history={history} words={(entry) => historyWords(entry, locale)} people={people} />;
}
