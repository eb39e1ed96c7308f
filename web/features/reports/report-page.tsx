import { useQuery } from '@tanstack/react-query';
import { Download, EyeOff, Play, Send } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Summary } from '../../../shared/companies/overview.ts';
import { addDays, dateIn } from '../../../shared/kernel/calendar.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { mayStartAgain } from '../../../shared/reports/stuck.ts';
import { useMay } from '../../lib/session.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { MoreActions } from '../../ui/more-actions.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { refsOf, useRecordActions } from '../../ui/record-actions.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Steps } from '../../ui/steps.tsx';
import { WhereUsed } from '../../ui/where-used.tsx';
import { DetailsCard } from './details-card.tsx';
import { isMoving, reportQuery } from './queries.ts';
import { reportRef } from './report-ref.ts';
import { SectionsCard } from './sections-card.tsx';
import { SentCard } from './sent-card.tsx';
import { standingWords } from './text.ts';
import { useDraft } from './use-draft.ts';
import { tell, useReport } from './use-report.ts';
import { MadeSections, VersionCard } from './version-card.tsx';

const SendDialog = lazy(() => import('./send-dialog.tsx'));

const STAGES = ['queued', 'gathering', 'rendering', 'finished'] as const;
const STAGE_WORDS = { queued: 'Queued', gathering: 'Freeze the data', rendering: 'Draw the pages', finished: 'Ready' };
/** Ways to put a report off, in days. */
const LATER = [
  [3, '3 days'],
  [7, '1 week'],
  [14, '2 weeks'],
] as const;

interface Places {
  listHref: string;
  peopleHref: string;
  personOf: (userId: string) => string;
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

function OneReport({ report, listHref, peopleHref, personOf, summaries, onGone }: Places & { report: Report }) {
  const may = useMay();
  const writable = may('reports:write');
  const [sending, setSending] = useState(false);
  const draft = useDraft(report);
  const act = useReport(report);
  const actionsOf = useRecordActions();
  const { made, status, sealedAt, publishedAt, review } = report;
  const moving = isMoving(report);
  const open = writable && !sealedAt && !moving;
  const { word, tone } = standingWords(report);
  const lost = mayStartAgain(report, new Date());
  const download = made ? (
    <Button
      variant={publishedAt || !writable ? 'primary' : 'secondary'}
      icon={<Download aria-hidden />}
      busy={act.downloading}
      onClick={act.download}
    >
      {status === 'finished' ? 'Download PDF' : 'Last PDF'}
    </Button>
  ) : null;
  const make = (
    <Button variant="primary" icon={<Play aria-hidden />} busy={act.busy || draft.saving} onClick={act.make}>
      Make report
    </Button>
  );
  const publish = (
    <Button variant="primary" icon={<Send aria-hidden />} onClick={() => setSending(true)}>
      Publish to the client
    </Button>
  );
  const discard = async () => {
    try {
      await act.discard();
      onGone();
    } catch (error) {
      tell(error);
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        crumbs={[{ label: 'Reports', href: listHref }]}
        title={report.title}
        badge={<Badge tone={tone}>{word}</Badge>}
        actions={
          <>
            {publishedAt ? (
              writable ? (
                <Button icon={<EyeOff aria-hidden />} busy={act.busy} onClick={act.withdraw}>
                  Withdraw
                </Button>
              ) : null
            ) : (
              download
            )}
            <MoreActions
              groups={[
                { id: 'records', items: actionsOf(refsOf([report], reportRef)) },
                {
                  id: 'draft',
                  items:
                    open && !made
                      ? [{ id: 'discard', label: 'Discard this draft', danger: true, onSelect: () => void discard() }]
                      : [],
                },
              ]}
            />
          </>
        }
        primary={
          publishedAt
            ? download
            : !writable || moving
              ? undefined
              : status === 'finished'
                ? publish
                : lost
                  ? undefined
                  : make
        }
      />
      {lost ? (
        <Callout
          tone="bad"
          title={report.failure ?? 'The report has not moved for a while.'}
          actions={
            open || (writable && lost) ? (
              <Button busy={act.busy} onClick={act.make}>
                Make it again
              </Button>
            ) : undefined
          }
        >
          Nothing was sent, and the data it would show is untouched.
        </Callout>
      ) : null}
      {review === 'waiting' ? (
        <Callout
          title={report.waitsFrom ? 'Put off' : 'Waits for your review'}
          actions={
            writable ? (
              <>
                <MenuButton
                  groups={[
                    {
                      id: 'later',
                      items: LATER.map(([days, label]) => ({
                        id: label,
                        label,
                        onSelect: () => act.putOff(addDays(dateIn('UTC', new Date()), days)),
                      })),
                    },
                  ]}
                >
                  Put off
                </MenuButton>
                <Button busy={act.busy} onClick={act.skip}>
                  Do not send
                </Button>
              </>
            ) : undefined
          }
        >
          {report.waitsFrom ? (
            <>
              It is brought up again on <DateText iso={report.waitsFrom} year />.
            </>
          ) : (
            'Made on schedule. Read it, change it if need be, then publish it: nothing goes out before.'
          )}
        </Callout>
      ) : null}
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
              personOf={personOf}
              onMake={open && status === 'finished' ? act.make : undefined}
            />
          ) : null}
          <WhereUsed record={{ kind: 'report', id: report.reportId, companyId: report.companyId }} frame="card" />
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
