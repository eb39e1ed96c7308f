import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import type { Integration } from '../../../shared/integrations/integration.ts';
import type { RunDetail } from '../../../shared/integrations/run.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { counted } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { DataSetTable } from './data-set-table.tsx';
import type { IntegrationPageProps } from './integration-page.tsx';
import { PermissionsCard } from './permissions-card.tsx';
import { QuarantineCard } from './quarantine-card.tsx';
import { catalogueQuery, runQuery, runsQuery } from './queries.ts';
import { AbsentCard, RunNotes } from './run-notes.tsx';
import { duration, RUN_STATES, TRIGGERS } from './text.ts';

/** The newest sync, or the one chosen in the history: its progress by data set, what waits, what was set aside. */
export default function SyncTab({
  integration,
  search,
  companies,
  findingsHref,
}: Pick<IntegrationPageProps, 'search' | 'companies' | 'findingsHref'> & { integration: Integration }) {
  const { integrationId, vendor } = integration;
  const newest = useQuery({ ...runsQuery(integrationId, 1), enabled: !search.run && !integration.runId });
  const runId = search.run ?? integration.runId ?? newest.data?.items[0]?.runId;
  const {
    data: run,
    error,
    refetch,
  } = useQuery({ ...runQuery(integrationId, runId ?? ''), enabled: runId !== undefined });
  const permissions = useQuery(catalogueQuery()).data?.items.find((entry) => entry.vendor === vendor)?.permissions;
  const failure = error ?? newest.error;
  return (
    <div className="grid items-start gap-4 min-[87rem]:grid-cols-[minmax(0,1fr)_19rem]">
      {failure && !run ? (
        <ErrorState error={failure} onRetry={() => void refetch()} />
      ) : run ? (
        <div className="flex min-w-0 flex-col gap-4">
          <RunNotes integration={integration} run={run} />
          <RunCard run={run} />
          <AbsentCard run={run} />
        </div>
      ) : newest.data && !runId ? (
        <Card aria-label="No sync yet">
          <EmptyState title="Nothing was synced yet">
            Map a client first; then the first sync starts from here and its progress stands in this place.
          </EmptyState>
        </Card>
      ) : (
        <CardSkeleton label="Loading the sync" rows={9} />
      )}
      <div className="flex min-w-0 flex-col gap-4">
        <QuarantineCard integrationId={integrationId} companies={companies} dataSets={run?.dataSets ?? []} />
        {run && !run.finishedAt ? (
          <Card>
            <CardHead title="While you wait" />
            <CardBody className="flex flex-col gap-3">
              <p className="text-ink-2">Findings come up as soon as a client is read in full.</p>
              <LinkButton href={findingsHref}>
                Open findings
                <ArrowRight aria-hidden />
              </LinkButton>
            </CardBody>
          </Card>
        ) : null}
        {permissions ? <PermissionsCard permissions={permissions} /> : null}
      </div>
    </div>
  );
}

function RunCard({ run }: { run: RunDetail }) {
  const { state, trigger, requestedAt, startedAt, finishedAt, counters, organisations } = run;
  const { word, tone } = RUN_STATES[state];
  return (
    <>
      <Card>
        <CardHead
          title="Data sets"
          fact={
            <>
              {TRIGGERS[trigger]}, <DateText iso={startedAt ?? requestedAt} year={false} time />
              {startedAt && finishedAt ? `, ${duration(startedAt, finishedAt)}` : ''}
              {organisations > 0 ? `, ${counted(organisations, 'client')}` : ''}
            </>
          }
          action={<Badge tone={tone}>{word}</Badge>}
          ruled
        />
        <DataSetTable run={run} />
      </Card>
      <p className="num text-ink-3 text-meta">
        Read = created + changed + unchanged + quarantined.
        {counters.removed > 0 ? ` ${counted(counters.removed, 'row')} no longer listed were removed.` : ''}
        {finishedAt ? '' : ' Safe to close this page: every page of data is kept as it arrives.'}
      </p>
    </>
  );
}
