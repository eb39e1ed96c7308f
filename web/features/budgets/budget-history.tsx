import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { HistoryCard } from '../../lib/record-history.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { staffNamesQuery } from '../identity/queries.ts';
import { historyWords } from './history-words.ts';
import { budgetHistoryQuery } from './queries.ts';

/** What happened to the budget, newest first: by staff, and by the client who answered it. Loads after the budget. */
export default function BudgetHistory({
  budget: { companyId, budgetId },
  clients,
}: {
  budget: BudgetDetail;
  clients: ReadonlyMap<string, string>;
}) {
  const { locale } = useLocale();
  const history = useInfiniteQuery(budgetHistoryQuery({ companyId, budgetId }));
  const { data } = useQuery(staffNamesQuery());
  const people = useMemo(() => new Map(data?.items.map(({ userId, name }) => [userId, name])), [data]);
  return (
    <HistoryCard history={history} words={(entry) => historyWords(entry, locale)} people={people} clients={clients} />
  );
}
