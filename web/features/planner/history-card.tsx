import { useInfiniteQuery } from '@tanstack/react-query';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { HistoryCard } from '../../lib/record-history.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { historyWords } from './history-words.ts';
import { itemHistoryQuery } from './queries.ts';

/** What happened to the item, newest first. */
export function ItemHistory({
  item: { companyId, plannerItemId },
  fiscalYearStart,
  people,
}: {
  item: PlannerItemDetail;
  fiscalYearStart: number;
  people: ReadonlyMap<string, string>;
}) {
  const { locale } = useLocale();
  const history = useInfiniteQuery(itemHistoryQuery({ companyId, plannerItemId }));
  return (
    <HistoryCard
      history={history}
      words={(entry) => historyWords(entry, { fiscalYearStart, locale })}
      people={people}
    />
  );
}
