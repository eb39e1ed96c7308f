import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useMay } from '../../lib/session.ts';
import { DateText } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { scheduleQuery } from './queries.ts';
import { people, ruleWords, SKIPPED } from './text.ts';

const ScheduleDialog = lazy(() => import('./schedule-dialog.tsx'));

/** When the client's reports are made by themselves, in one line, and the way to change it. */
export function ScheduleLine({
  company,
  open,
  onOpen,
  peopleHref,
  reportHref,
}: {
  company: { companyId: string; name: string; timeZone: string; fiscalYearStart: number };
  /** The dialog stands in the address. */
  open: boolean;
  onOpen: (open: boolean) => void;
  peopleHref: string;
  reportHref: (reportId: string) => string;
}) {
  const may = useMay();
  const { data } = useQuery(scheduleQuery(company.companyId));
  if (!data) return null;
  const { schedule } = data;
  const writable = may('reports:write');
  return (
    <section
      aria-label="Schedule"
      className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line bg-surface px-3.5 py-2"
    >
      <CalendarClock aria-hidden className="size-4 shrink-0 text-ink-3" />
      <p className="min-w-0 flex-1 basis-60">
        {schedule ? (
          <>
            <span className="font-medium">{ruleWords(schedule.rule)}.</span> Next{' '}
            <DateText iso={schedule.nextDate} year />,{' '}
            {schedule.recipients.length === 0
              ? 'to the portal without mail'
              : `to ${people(schedule.recipients.length)}`}
            , {schedule.review ? 'after review' : 'by itself'}.{' '}
            {schedule.latest ? (
              <span className="text-ink-3">
                Last <DateText iso={schedule.latest.date} />
                {schedule.latest.reportId ? (
                  <>
                    {': '}
                    <Link href={reportHref(schedule.latest.reportId)} className="text-accent hover:underline">
                      open it
                    </Link>
                  </>
                ) : schedule.latest.skipped ? (
                  `: ${SKIPPED[schedule.latest.skipped].toLowerCase()}`
                ) : null}
              </span>
            ) : null}
          </>
        ) : (
          <span className="text-ink-2">No schedule: reports are made when somebody asks for one.</span>
        )}
      </p>
      {writable ? (
        <Button size="sm" onClick={() => onOpen(true)}>
          {schedule ? 'Change' : 'Send on a schedule'}
        </Button>
      ) : null}
      <Suspense>
        {open && writable ? (
          <ScheduleDialog company={company} schedule={schedule} peopleHref={peopleHref} onClose={() => onOpen(false)} />
        ) : null}
      </Suspense>
    </section>
  );
}
