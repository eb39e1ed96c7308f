import { useInfiniteQuery } from '@tanstack/react-query';
import type { DataSetProgress } from '../../../shared/integrations/run.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { CompanyChoices } from './company-choice.tsx';
import { quarantinedQuery } from './queries.ts';

/** Rows that could not be read, each with its reason. Everything else of their listings was taken. */
export function QuarantineCard({
  integrationId,
  companies,
  dataSets,
}: {
  integrationId: string;
  companies: CompanyChoices;
  dataSets: readonly DataSetProgress[];
}) {
  const query = useInfiniteQuery(quarantinedQuery(integrationId));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const companyName = (id: string) => companies.options.find(({ companyId }) => companyId === id)?.name;
  const title = (id: string) => dataSets.find(({ name }) => name === id)?.title ?? id;
  return (
    <Card>
      <CardHead
        title="Quarantined"
        fact={query.data ? `${rows.length}${query.hasNextPage ? '+' : ''} rows` : undefined}
      />
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} className="py-6" />
      ) : rows.length === 0 ? (
        <CardBody className="text-ink-3">
          {query.data ? 'Every row could be read. One that cannot be is set aside here with its reason.' : ' '}
        </CardBody>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {rows.map(({ quarantineId, companyId, dataSet, label, reason, since }) => (
            <li key={quarantineId} className="px-3.5 py-2">
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate font-medium">{label}</span>
                <RelativeTime iso={since} className="text-ink-3 text-meta" />
              </span>
              <span className="block text-ink-2 text-meta">{reason}</span>
              <span className="block text-ink-3 text-meta">
                {[companyName(companyId), title(dataSet)].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <div className="flex justify-center border-line border-t py-2">
          <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
