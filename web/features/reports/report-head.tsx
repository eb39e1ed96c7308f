import { Download, EyeOff, Play, Send } from 'lucide-react';
import type { Report } from '../../../shared/reports/report.ts';
import { mayStartAgain } from '../../../shared/reports/stuck.ts';
import { useMay } from '../../lib/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { MenuItem } from '../../ui/menu-button.tsx';
import { MoreActions } from '../../ui/more-actions.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { refsOf, useRecordActions } from '../../ui/record-actions.tsx';
import { tell } from '../../ui/tell.ts';
import { isMoving } from './queries.ts';
import { reportRef } from './report-ref.ts';
import { standingWords } from './text.ts';
import type { useReport } from './use-report.ts';

/** Name and standing of a report, and the one thing to do next: make it, publish it, or fetch it. */
export function ReportHead({
  report,
  listHref,
  saving,
  act,
  onPublish,
  onGone,
}: {
  report: Report;
  listHref: string;
  /** A change is on its way. */
  saving: boolean;
  act: ReturnType<typeof useReport>;
  onPublish: () => void;
  onGone: () => void;
}) {
  const writable = useMay()('reports:write');
  const actionsOf = useRecordActions();
  const { made, status, sealedAt, publishedAt } = report;
  const { word, tone } = standingWords(report);
  const still = writable && !isMoving(report);
  const next = !still || publishedAt ? undefined : status === 'finished' ? 'publish' : 'make';
  const download = made ? (
    <Button
      variant={next ? 'secondary' : 'primary'}
      icon={<Download aria-hidden />}
      busy={act.downloading}
      onClick={act.download}
    >
      {status === 'finished' ? 'Download PDF' : 'Last PDF'}
    </Button>
  ) : null;
  const withdraw = (
    <Button icon={<EyeOff aria-hidden />} busy={act.busy} onClick={act.withdraw}>
      Withdraw
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
  const drafting: MenuItem[] =
    still && !made && !sealedAt
      ? [{ id: 'discard', label: 'Discard this draft', danger: true, onSelect: () => void discard() }]
      : [];
  const primary = {
    publish: (
      <Button variant="primary" icon={<Send aria-hidden />} onClick={onPublish}>
        Publish to the client
      </Button>
    ),
    make: mayStartAgain(report, new Date()) ? undefined : (
      <Button variant="primary" icon={<Play aria-hidden />} busy={act.busy || saving} onClick={act.make}>
        Make report
      </Button>
    ),
  };
  return (
    <PageHead
      crumbs={[{ label: 'Reports', href: listHref }]}
      title={report.title}
      badge={<Badge tone={tone}>{word}</Badge>}
      actions={
        <>
          {writable && publishedAt ? withdraw : null}
          {next ? download : null}
          <MoreActions
            groups={[
              { id: 'records', items: actionsOf(refsOf([report], reportRef)) },
              { id: 'draft', items: drafting },
            ]}
          />
        </>
      }
      primary={next ? primary[next] : download}
    />
  );
}
