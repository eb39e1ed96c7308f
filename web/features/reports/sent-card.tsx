import { useQuery } from '@tanstack/react-query';
import type { Report } from '../../../shared/reports/report.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { deliveriesQuery } from './queries.ts';
import { DELIVERY } from './text.ts';

/** Whether the client sees the report, and what became of the mails about it. */
export function SentCard({ report: { companyId, reportId, publishedAt } }: { report: Report }) {
  const { data, error, refetch } = useQuery(deliveriesQuery(companyId, reportId));
  return (
    <Card>
      <CardHead title="Client" />
      <CardBody className="flex flex-col gap-2">
        <p>
          {publishedAt ? (
            <>
              In the portal since <DateText iso={publishedAt} year time />.
            </>
          ) : (
            'Taken back: the client does not see it.'
          )}
        </p>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {data && data.items.length === 0 ? <p className="text-ink-3">Nobody was mailed about it.</p> : null}
        <ul className="flex flex-col divide-y divide-line">
          {data?.items.map(({ name, email, plannedAt, state }) => (
            <li key={`${email} ${plannedAt}`} className="flex min-h-9 items-center justify-between gap-3">
              <span className="min-w-0 truncate">
                {name} <span className="text-ink-3 text-meta">{email}</span>
              </span>
              <Badge tone={DELIVERY[state].tone}>{DELIVERY[state].word}</Badge>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
