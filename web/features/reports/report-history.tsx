import { useInfiniteQuery } from '@tanstack/react-query';
import type { Report } from '../../../shared/reports/report.ts';
import { HistoryCard } from '../../lib/record-history.tsx';
import { DateText } from '../../ui/amount.tsx';
import { reportHistoryQuery } from './queries.ts';
import { lostWords } from './text.ts';

/** What happened to the report, newest first. Loads after the report. */
export default function ReportHistory({
  report: { companyId, reportId },
  people,
}: {
  report: Report;
  people: ReadonlyMap<string, string>;
}) {
  const history = useInfiniteQuery(reportHistoryQuery({ companyId, reportId }));
  return (
    <HistoryCard
      history={history}
      words={({ verb, about: [first] }) => {
        if (verb === 'created') return 'Begun';
        if (verb === 'made') return `Version ${first} made`;
        if (verb === 'published')
          return first ? `Shown to the client; ${lostWords(Number(first))}` : 'Shown to the client';
        if (verb === 'withdrawn') return 'Withdrawn from the client';
        if (verb === 'skipped') return 'Not sent this time';
        if (verb === 'deferred' && first) return <>Put off until {<DateText iso={first} />}</>;
        return 'Changed';
      }}
      people={people}
    />
  );
}
