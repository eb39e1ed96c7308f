import { useQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useMemo } from 'react';
import { Money } from '../../ui/amount.tsx';
import { Link } from '../../ui/link.tsx';
import { CardSkeleton, StatStripSkeleton } from '../../ui/skeleton.tsx';
import { StatStrip } from '../../ui/stat-strip.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { AgeCard, TypeCard } from './age-card.tsx';
import type { DeviceClient } from './device-client.ts';
import type { DeviceSearch } from './device-search.ts';
import { DueCard, QuartersCard } from './due-card.tsx';
import { dueBars } from './due-quarters.ts';
import { figuresQuery } from './queries.ts';

/** Where a client's devices stand in their lives, and what replacing them costs when. Loads on first use. */
export default function LifecycleTab({
  client: { companyId, fiscalYearStart },
  listHref,
}: {
  client: DeviceClient;
  listHref: (search: DeviceSearch) => string;
}) {
  const { data: figures, error, refetch } = useQuery(figuresQuery(companyId));
  const bars = useMemo(() => (figures ? dueBars(figures, fiscalYearStart) : []), [figures, fiscalYearStart]);
  if (error && !figures) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!figures) {
    return (
      <>
        <StatStripSkeleton label="Loading the lifecycle" />
        <CardSkeleton label="Loading the lifecycle" rows={8} />
      </>
    );
  }
  if (figures.devices === 0) {
    return (
      <EmptyState icon={<MonitorSmartphone aria-hidden />} title="No devices yet">
        Once there are devices, what falls due stands here by quarter, with what replacing it costs.
      </EmptyState>
    );
  }
  const { byLifecycle, byWarranty, overdue, currency, osUnsupported, silent, devices } = figures;
  const covered = devices - byWarranty.expired - byWarranty.unknown;
  const known = devices - byWarranty.unknown;
  const open = (search: DeviceSearch, words: string) => (
    <Link href={listHref(search)} className="hover:underline">
      {words}
    </Link>
  );
  return (
    <>
      <StatStrip
        label="Lifecycle today"
        stats={[
          {
            id: 'overdue',
            label: 'Past lifespan',
            value: overdue.count,
            fact:
              overdue.count > 0 ? (
                <>
                  <Money minor={overdue.minor} currency={currency} compact /> to replace
                </>
              ) : (
                'Nothing waits'
              ),
          },
          {
            id: 'due',
            label: 'Due within a year',
            value: byLifecycle.due + byLifecycle['due-soon'],
            fact: open({ lifecycle: 'due' }, `${byLifecycle.due} within 3 months`),
          },
          {
            id: 'covered',
            label: 'In warranty',
            value: known > 0 ? `${Math.round((100 * covered) / known)}%` : 'Unknown',
            fact: open({ lens: 'uncovered', sort: 'warranty' }, `${byWarranty.expired} out of warranty`),
          },
          {
            id: 'os',
            label: 'System without updates',
            value: osUnsupported,
            fact: osUnsupported === 0 ? 'Every known one is supported' : 'Support of the system has ended',
          },
          {
            id: 'silent',
            label: 'Not seen in 20 days',
            value: silent,
            fact: silent === 0 ? 'All monitored ones answer' : open({ lens: 'silent' }, 'See which'),
          },
        ]}
      />
      <DueCard bars={bars} currency={currency} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <QuartersCard bars={bars} currency={currency} listHref={listHref} />
        <div className="flex min-w-0 flex-col gap-4">
          <AgeCard figures={figures} />
          <TypeCard figures={figures} />
        </div>
      </div>
    </>
  );
}
