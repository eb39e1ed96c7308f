import { useInfiniteQuery } from '@tanstack/react-query';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { HistoryCard } from '../../lib/record-history.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { historyWords } from './history-words.ts';
import { budgetHistoryQuery } from './queries.ts';

/** What happened to the budget, newest first: by staff, and by the client who answered it. Loads after the budget. */
export default function BudgetHistory({
  budget: { companyId, budgetId },
  people,
  clients,
}: {
  budget: BudgetDetail;
  people: ReadonlyMap<string, string>;
  clients: ReadonlyMap<string, string>;
}) {
  const { locale } = useLocale();
  const history = useInfiniteQuery(budgetHistoryQuery({ companyId, budgetId }));
  return (
    <HistoryCard history={history} words={(entry) => historyWords(entry, locale)} people={people} clients={clients} />
  );
}
