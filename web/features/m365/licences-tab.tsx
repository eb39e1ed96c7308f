import { useQuery } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Licence } from '../../../shared/m365/licence.ts';
import { Money } from '../../ui/amount.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { counted } from '../../ui/format.ts';
import { ListTools } from '../../ui/list-tools.tsx';
import { useLocale } from '../../ui/locale.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useRecordList } from '../../ui/use-record-list.tsx';
import { licenceColumns } from './licence-columns.tsx';
import { licenceRef } from './m365-refs.ts';
import type { TabProps } from './overview-tab.tsx';
import { licencesQuery } from './queries.ts';

const LicenceUses = lazy(() => import('./licence-uses.tsx'));

const rowId = ({ partNumber }: Licence) => partNumber;

/** What is bought, who has it, what it costs, and what brings nothing to anybody. */
export default function LicencesTab({ companyId, figures, raised, hrefs }: TabProps) {
  const { locale } = useLocale();
  const { data, error, refetch, isPending } = useQuery(licencesQuery(companyId));
  const columns = useMemo(
    () => licenceColumns(data?.currency ?? 'USD', locale, raised, hrefs),
    [data?.currency, locale, raised, hrefs],
  );
  const rows = data?.items ?? [];
  const [shown, setShown] = useState<Licence>();
  const { offered, actionGroup } = useRecordList({ rows, rowId, refOf: (licence) => licenceRef(companyId, licence) });
  const rowMenu = (row: Licence): MenuGroup[] => [
    actionGroup(row),
    {
      id: 'uses',
      items: [{ id: 'uses', label: 'Where used', icon: <Link2 aria-hidden />, onSelect: () => setShown(row) }],
    },
  ];
  return (
    <div className="flex flex-col gap-4">
      {data && data.unpriced > 0 ? (
        <Callout tone="warn" title={`${counted(data.unpriced, 'licence')} without a price`}>
          They count in no sum. Enter their price under Microsoft 365, all clients, Prices and limits.
        </Callout>
      ) : null}
      <Card>
        <CardHead
          title="Licences"
          fact={
            figures.wastedLicences > 0 ? (
              <>
                {counted(figures.wastedLicences, 'seat')} wasted,{' '}
                <Money minor={figures.wasteMonthlyMinor} currency={figures.currency} /> a month
              </>
            ) : (
              'No seat is wasted'
            )
          }
          action={<ListTools list="m365-licences" columns={columns} companyId={companyId} filter={{}} />}
          ruled
        />
        <DataTable
          label="Licences"
          list="m365-licences"
          frame="card"
          twoLine
          minWidth="58rem"
          columns={columns}
          rows={rows}
          rowId={rowId}
          {...offered}
          rowMenu={rowMenu}
          rowName={({ name }) => name}
          state={isPending ? 'loading' : 'ready'}
          totals={
            rows.length > 0 && data
              ? { name: 'All', monthly: <Money minor={data.monthlyMinor} currency={data.currency} /> }
              : undefined
          }
          instead={
            error ? (
              <ErrorState error={error} onRetry={() => void refetch()} />
            ) : (
              <EmptyState title="No licences">Microsoft lists no subscription for this tenant.</EmptyState>
            )
          }
        />
      </Card>
      <p className="text-ink-3 text-meta">
        Prices are estimates from your price list, not quotes. The next change is Microsoft's date, usually the renewal:
        with automatic renewal off the seats end on that day.
      </p>
      <Suspense>
        {shown ? <LicenceUses companyId={companyId} licence={shown} onClose={() => setShown(undefined)} /> : null}
      </Suspense>
    </div>
  );
}
