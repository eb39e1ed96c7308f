import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Summary } from '../../../shared/companies/overview.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { mayStartAgain } from '../../../shared/reports/stuck.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Discussion, Files, WhereUsed } from '../../ui/record-panels.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Steps } from '../../ui/steps.tsx';
import { DetailsCard } from './details-card.tsx';
import { isMoving, reportQuery } from './queries.ts';
import { ReportHead } from './report-head.tsx';
import { ReviewCallout } from './review-callout.tsx';
import { SectionsCard } from './sections-card.tsx';
import { SentCard } from './sent-card.tsx';
import { useDraft } from './use-draft.ts';
import { useReport } from './use-report.ts';
import { MadeSections, VersionCard } from './version-card.tsx';

const ReportHistory = lazy(() => import('./report-history.tsx'));
const SendDialog = lazy(() => import('./send-dialog.tsx'));

const STAGES = ['queued', 'gathering', 'rendering', 'finished'] as const;
const STAGE_WORDS = { queued: 'Queued', gathering: 'Freeze the data', rendering: 'Draw the pages', finished: 'Ready' };
interface Places {
  listHref: string;
  peopleHref: string;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  /** What is known of the client, for what is said of sections. */
  summaries: readonly Summary[] | undefined;
  /** The report is gone. */
  onGone: () => void;
}

/** One report: arranged while it is a draft, its files and who got it once it is made. */
export function ReportPage({ companyId, reportId, ...places }: Places & { companyId: string; reportId: string }) {
  const { data: report, error, refetch } = useQuery(reportQuery(companyId, reportId));
  if (error && !report) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return report ? <OneReport report={report} {...places} /> : null;
}

function OneReport({ report, listHref, peopleHref, people, summaries, onGone }: Places & { report: Report }) {
  const may = useMay();
  const writable = may('reports:write');
  const [sending, setSending] = useState(false);
  const draft = useDraft(report);
  const act = useReport(report);
  const { made, status, sealedAt, review } = report;
  const moving = isMoving(report);
  const open = writable && !sealedAt && !moving;
  const lost = mayStartAgain(report, new Date());
  return (
    <div className="flex flex-col gap-4">
      <ReportHead
        report={report}
        listHref={listHref}
        saving={draft.saving}
        act={act}
        onPublish={() => setSending(true)}
        onGone={onGone}
      />
      {lost ? (
        <Callout
          tone="bad"
          title={report.failure ?? 'The report has not moved for a while.'}
          actions={
            writable ? (
              <Button busy={act.busy} onClick={act.make}>
                Make it again
              </Button>
            ) : undefined
          }
        >
          Nothing was sent, and the data it would show is untouched.
        </Callout>
      ) : null}
      {review === 'waiting' ? <ReviewCallout report={report} writable={writable} act={act} /> : null}
      {moving ? (
        <Steps
          label="Progress"
          steps={STAGES.map((stage) => ({ id: stage, label: STAGE_WORDS[stage] }))}
          currentId={status}
        />
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        {open ? (
          <SectionsCard report={report} summaries={summaries} error={draft.errors.sections} onChange={draft.change} />
        ) : made ? (
          <MadeSections made={made} />
        ) : null}
        <div className="flex min-w-0 flex-col gap-4">
          {open ? (
            <DetailsCard report={report} saving={draft.saving} errors={draft.errors} onChange={draft.change} />
          ) : null}
          {sealedAt ? <SentCard report={report} /> : null}
          {made ? (
            <VersionCard
              key={made.version}
              report={report}
              made={made}
              personOf={(userId) => people.get(userId) ?? 'Somebody who left'}
              onMake={open && status === 'finished' ? act.make : undefined}
            />
          ) : null}
          <WhereUsed record={{ kind: 'report', id: report.reportId, companyId: report.companyId }} frame="card" />
          <Files record={{ kind: 'report', id: report.reportId, companyId: report.companyId }} frame="card" />
          <Discussion record={{ kind: 'report', id: report.reportId, companyId: report.companyId }} frame="card" />
          <Suspense fallback={<CardSkeleton label="Loading the history" rows={3} />}>
            <ReportHistory report={report} people={people} />
          </Suspense>
        </div>
      </div>
      <Suspense>
        {sending ? (
          <SendDialog
            report={report}
            peopleHref={peopleHref}
            onPublish={act.publish}
            onClose={() => setSending(false)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
