import { useInfiniteQuery } from '@tanstack/react-query';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { RecordHistory } from '../../lib/record-history.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { historyWords } from './history-words.ts';
import { itemHistoryQuery } from './queries.ts';

/** What happened to the item, newest first. */
export function HistoryCard({
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
    <Card>
      <CardHead title="History" />
      <CardBody className="flex flex-col gap-2">
        <RecordHistory
          history={history}
          words={(entry) => historyWords(entry, { fiscalYearStart, locale })}
          people={people}
        />
      </CardBody>
    </Card>
  );
}
