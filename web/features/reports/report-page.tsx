import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Eye, EyeOff, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Report } from '../../../shared/reports/report.ts';
import { mayStartAgain } from '../../../shared/reports/stuck.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { MoreActions } from '../../ui/more-actions.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { refsOf, useRecordActions } from '../../ui/record-actions.tsx';
import { ErrorState, errorWords } from '../../ui/states.tsx';
import { Steps } from '../../ui/steps.tsx';
import { toast } from '../../ui/toast.tsx';
import { WhereUsed } from '../../ui/where-used.tsx';
import { isMoving, reportQuery, reportsKey } from './queries.ts';
import { reportRef } from './report-ref.ts';
import { SECTION, STATUS } from './text.ts';

const STAGES = ['queued', 'gathering', 'rendering', 'finished'] as const;
const STAGE_WORDS = { queued: 'Queued', gathering: 'Freeze the data', rendering: 'Draw the pages', finished: 'Ready' };

/** One report: how far it is, the file, what it holds, and whether the client sees it. */
export function ReportPage({
  companyId,
  reportId,
  listHref,
  personOf,
}: {
  companyId: string;
  reportId: string;
  listHref: string;
  personOf: (userId: string) => string;
}) {
  const { data: report, error, refetch } = useQuery(reportQuery(companyId, reportId));
  const act = useReportActions(companyId, reportId);
  const actionsOf = useRecordActions();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!report) return null;
  const facts: { id: string; label: string; value: ReactNode }[] = [
    { id: 'period', label: 'Period', value: <Period report={report} /> },
    { id: 'by', label: 'Asked for by', value: personOf(report.requestedBy) },
    ...(report.frozenAt
      ? [{ id: 'frozen', label: 'Data frozen', value: <DateText iso={report.frozenAt} year time /> }]
      : []),
    ...(report.pdf
      ? [{ id: 'file', label: 'File', value: `${report.pdf.pages} pages, ${Math.ceil(report.pdf.bytes / 1_000)} kB` }]
      : []),
    ...(report.pdf
      ? [{ id: 'hash', label: 'SHA-256', value: <code className="break-all text-meta">{report.pdf.sha256}</code> }]
      : []),
    {
      id: 'client',
      label: 'Client sees it',
      value: report.publishedAt ? <DateText iso={report.publishedAt} year /> : 'No',
    },
  ];
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        crumbs={[{ label: 'Reports', href: listHref }]}
        title={report.title}
        badge={<Badge tone={STATUS[report.status].tone}>{STATUS[report.status].word}</Badge>}
        actions={
          <>
            <MoreActions groups={[{ id: 'records', items: actionsOf(refsOf([report], reportRef)) }]} />
            {act.publishing(report)}
          </>
        }
        primary={
          report.status === 'finished' ? (
            <Button
              variant="primary"
              icon={<Download aria-hidden />}
              busy={act.downloading}
              onClick={() => act.download()}
            >
              Download PDF
            </Button>
          ) : undefined
        }
      />
      {mayStartAgain(report, new Date()) ? (
        <Callout
          tone="bad"
          title={report.failure ?? 'The report has not moved for a while.'}
          actions={act.again(report)}
        >
          Nothing was sent, and the data it would show is untouched.
        </Callout>
      ) : null}
      {isMoving(report) ? (
        <Steps
          label="Progress"
          steps={STAGES.map((stage) => ({ id: stage, label: STAGE_WORDS[stage] }))}
          currentId={report.status}
        />
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <CardHead title="About this report" />
          <CardBody>
            <FactList facts={facts} />
          </CardBody>
        </Card>
        <Card>
          <CardHead title="Sections" fact={String(report.sections.length)} />
          <CardBody>
            <ol className="flex flex-col gap-2">
              {report.sections.map((section) => (
                <li key={section} className="flex flex-col">
                  <span className="font-medium">{SECTION[section].label}</span>
                  <span className="text-ink-3 text-meta">{SECTION[section].detail}</span>
                </li>
              ))}
            </ol>
          </CardBody>
        </Card>
        <WhereUsed record={{ kind: 'report', id: reportId, companyId }} frame="card" />
      </div>
    </div>
  );
}

function Period({ report }: { report: Report }) {
  return (
    <>
      <DateText iso={report.period.from} year /> to <DateText iso={report.period.to} year />
    </>
  );
}

function useReportActions(companyId: string, reportId: string) {
  const may = useMay();
  const queryClient = useQueryClient();
  const failed = (error: unknown) => {
    const { title, detail } = errorWords(error);
    toast({ title, detail, tone: 'bad' });
  };
  const download = useMutation({
    mutationFn: () => client.reports.download({ companyId, reportId }),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: failed,
  });
  const change = useMutation({
    mutationFn: ({ verb, v }: { verb: 'publish' | 'withdraw' | 'retry'; v: number }) =>
      client.reports[verb]({ companyId, reportId, v }),
    onSuccess: (_, { verb }) => {
      void queryClient.invalidateQueries({ queryKey: reportsKey() });
      const words = {
        publish: 'The client sees it now',
        withdraw: 'The client no longer sees it',
        retry: 'Started again',
      };
      toast({ title: words[verb] });
    },
    onError: failed,
  });
  return {
    downloading: download.isPending,
    download: () => download.mutate(),
    publishing: ({ v, status, publishedAt }: Report) =>
      may('reports:write') && status === 'finished' ? (
        <Button
          icon={publishedAt ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          busy={change.isPending}
          onClick={() => change.mutate({ verb: publishedAt ? 'withdraw' : 'publish', v })}
        >
          {publishedAt ? 'Withdraw from the client' : 'Publish to the client'}
        </Button>
      ) : undefined,
    again: ({ v }: Report) =>
      may('reports:write') ? (
        <Button
          icon={<RotateCw aria-hidden />}
          busy={change.isPending}
          onClick={() => change.mutate({ verb: 'retry', v })}
        >
          Try again
        </Button>
      ) : undefined,
  };
}
