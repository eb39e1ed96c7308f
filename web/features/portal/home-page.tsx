import { ArrowRight, CalendarDays } from 'lucide-react';
import type { ReactNode } from 'react';
import { timeText } from '../../../shared/meetings/time-text.ts';
import type { PortalHome } from '../../../shared/portal/portal.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Card, CardHead, CardLink } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { StatusMark } from '../../ui/roadmap/status-mark.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { monthsOf } from './answer-groups.ts';
import { ITEM_MARKS, itemWord } from './roadmap-items.ts';
import { greeting, lineCount } from './text.ts';

/** Addresses of the other pages of this portal. */
export interface PortalHrefs {
  home: string;
  plan: string;
  roadmap: string;
  meetings: string;
  reports: string;
  activity: string;
}

/** The first page of the portal: what waits, and what comes next. */
export function HomePage({ personName, home, hrefs }: { personName: string; home: PortalHome; hrefs: PortalHrefs }) {
  const { locale, timeZone } = useLocale();
  const { brand, company, waiting, next, mayAnswer } = home;
  const you = mayAnswer ? 'you' : company.name;
  return (
    <>
      <PageHead
        title={greeting(personName, new Date(), timeZone)}
        primary={
          waiting.lines > 0 && mayAnswer ? (
            <LinkButton variant="primary" href={hrefs.plan}>
              Answer {lineCount(waiting.lines)}
            </LinkButton>
          ) : undefined
        }
      />
      <Card>
        <CardHead title={`Waiting for ${you}`} ruled />
        {waiting.lines === 0 ? (
          <EmptyState title={`Nothing waits for ${you}`} className="py-8">
            When {brand.name} proposes new work with a price, it stands here.
          </EmptyState>
        ) : (
          <Row
            href={hrefs.plan}
            title={
              <>
                {lineCount(waiting.lines)}, <Money minor={waiting.amountMinor} currency={company.currency} />
              </>
            }
            detail={
              <>
                {waiting.budgets === 1 ? 'In one budget' : `In ${waiting.budgets} budgets`}
                {waiting.dueDate ? (
                  <>
                    , answer until <DateText iso={waiting.dueDate} weekday year={false} />
                  </>
                ) : null}
              </>
            }
          />
        )}
      </Card>
      <Card>
        <CardHead title="Next on the roadmap" action={<CardLink href={hrefs.roadmap}>All of it</CardLink>} ruled />
        {next.length === 0 ? (
          <EmptyState title="Nothing is planned yet" className="py-8">
            What {brand.name} publishes of its plan for you stands here.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {next.map(({ plannerItemId, title, status, waiting: asked, startDate, endDate }) => (
              <li key={plannerItemId}>
                <Row
                  href={`${hrefs.roadmap}?item=${plannerItemId}`}
                  icon={<StatusMark status={ITEM_MARKS[status]} />}
                  title={title}
                  detail={
                    <>
                      {asked ? (
                        <span className="font-medium text-warn">Waiting for {you}</span>
                      ) : (
                        itemWord({ status, waiting: false })
                      )}
                      {startDate ? `, ${monthsOf(startDate, endDate ?? startDate, locale)}` : ''}
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {home.meeting ? (
        <Card aria-label="Next meeting">
          <Row
            href={hrefs.meetings}
            icon={<CalendarDays aria-hidden className="size-4 shrink-0 text-ink-2" />}
            title={home.meeting.title}
            detail={timeText(home.meeting.startsAt, home.meeting.durationMinutes, home.meeting.timeZone, locale)}
          />
        </Card>
      ) : null}
      {home.reports > 0 ? (
        <Card aria-label="Reports">
          <Row
            href={hrefs.reports}
            title="Reports"
            detail={home.reports === 1 ? 'One report to read' : `${home.reports} reports to read`}
          />
        </Card>
      ) : null}
    </>
  );
}

function Row({ href, icon, title, detail }: { href: string; icon?: ReactNode; title: ReactNode; detail: ReactNode }) {
  return (
    <Link href={href} className="flex min-h-16 items-center gap-3 px-4 py-3 outline-offset-[-3px] hover:bg-hover">
      {icon}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="num font-medium">{title}</span>
        <span className="num text-ink-3 text-meta">{detail}</span>
      </span>
      <ArrowRight aria-hidden className="size-4 shrink-0 text-ink-2" />
    </Link>
  );
}
