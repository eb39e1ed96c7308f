import type { BudgetSummary } from '../../shared/budgets/budget-summary.ts';
import type { FleetFigures } from '../../shared/devices/fleet.ts';
import type { FindingSummary } from '../../shared/findings/finding.ts';
import type { GoalSummary } from '../../shared/goals/goal-summary.ts';
import { quarterWords } from '../../shared/kernel/fiscal-words.ts';
import type { M365Figures } from '../../shared/m365/overview.ts';
import type { MeetingSummary } from '../../shared/meetings/meeting-summary.ts';
import type { PlannerSummary } from '../../shared/planner/planner-summary.ts';
import { QUARTERS_NAMED } from '../../shared/planner/roadmap-quarters.ts';
import type { OverviewParts } from '../features/companies/company-overview.tsx';
import { ScoreLine } from '../features/m365/score-line.tsx';
import { Money, RelativeTime } from '../ui/amount.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card, CardBody, CardHead, CardLink } from '../ui/card.tsx';
import { counted } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import { RISKS } from '../ui/priority.ts';
import type { Stat } from '../ui/stat-strip.tsx';
import { DevicesCard, devicesStat } from './devices-card.tsx';
import { GoalsCard } from './goals-card.tsx';
import { MeetingsCard } from './meetings-card.tsx';

function findingStat({ open, byRisk }: FindingSummary): Stat {
  const urgent = byRisk.critical + byRisk.high;
  return {
    id: 'findings',
    label: 'Need a decision',
    value: open,
    mark: urgent > 0 ? <Badge tone={byRisk.critical > 0 ? 'bad' : 'warn'}>{`${urgent} urgent`}</Badge> : undefined,
    fact: open === 0 ? 'Nothing waits' : `${byRisk.critical} critical, ${byRisk.high} high`,
  };
}

function budgetStat({ current }: BudgetSummary): Stat[] {
  if (!current) return [];
  return [
    {
      id: 'budget',
      label: current.title,
      value: <Money minor={current.totalMinor} compact />,
      mark:
        current.openLines > 0 ? (
          <Badge tone="warn">{`${current.openLines} waiting`}</Badge>
        ) : current.status === 'approved' ? (
          <Badge tone="ok">Approved</Badge>
        ) : undefined,
      fact: (
        <>
          <Money minor={current.approvedMinor} /> approved
        </>
      ),
    },
  ];
}

function FindingsCard({ summary, href }: { summary: FindingSummary; href: string }) {
  return (
    <Card>
      <CardHead
        title="Needs a decision"
        fact={
          summary.open > 0 ? (
            <>
              {counted(summary.open, 'finding')}
              {/* No estimate is not an estimate of nothing. */}
              {summary.estimateMinor > 0 ? (
                <>
                  , <Money minor={summary.estimateMinor} /> to fix
                </>
              ) : null}
            </>
          ) : undefined
        }
        action={<CardLink href={href}>All findings</CardLink>}
        ruled
      />
      {summary.worst.length === 0 ? (
        <CardBody className="pt-3 text-ink-3">Nothing waits for a decision.</CardBody>
      ) : (
        <ul className="divide-y divide-line">
          {summary.worst.map((finding) => (
            <li key={finding.findingId} className="flex items-center gap-3 px-3.5 py-2 hover:bg-hover">
              <span className="w-20 shrink-0 max-sm:hidden">
                <Badge tone={RISKS[finding.risk].tone}>{RISKS[finding.risk].word}</Badge>
              </span>
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="sm:hidden">
                  <Badge tone={RISKS[finding.risk].tone}>{RISKS[finding.risk].word}</Badge>
                </span>
                <Link href={`${href}?peek=${finding.findingId}`} className="truncate font-medium hover:underline">
                  {finding.title}
                </Link>
                <span className="truncate text-ink-3 text-meta">{finding.why}</span>
              </span>
              <span className="flex shrink-0 flex-col items-end">
                {finding.estimateMinor === undefined ? null : (
                  <Money minor={finding.estimateMinor} className="font-medium" />
                )}
                <span className="num text-ink-3 text-meta">
                  <RelativeTime iso={finding.raisedAt} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type SummaryItem = PlannerSummary['quarters'][number]['first'][number];

/** What an item costs in the one way that says most: once, or else by month or year. */
function ItemCost({ item: { oneTimeMinor, monthlyMinor, annualMinor } }: { item: SummaryItem }) {
  const [minor, word] =
    oneTimeMinor > 0 ? [oneTimeMinor, ''] : monthlyMinor > 0 ? [monthlyMinor, ' a month'] : [annualMinor, ' a year'];
  if (minor === 0) return <span className="text-ink-3 text-meta">No estimate</span>;
  return (
    <span className="text-ink-3 text-meta">
      <Money minor={minor} />
      {word}
    </span>
  );
}

function scoreStat(figures: M365Figures | undefined, href: string): Stat[] {
  if (figures?.scorePercent === undefined) return [];
  const change = figures.scoreChange30 ?? 0;
  return [
    {
      id: 'score',
      label: 'Secure Score',
      value: `${Math.round(figures.scorePercent)}%`,
      mark: change <= -1 ? <Badge tone="warn">{`${Math.round(change)} in 30 days`}</Badge> : undefined,
      chart: <ScoreLine trend={figures.scoreTrend} />,
      fact: (
        <Link href={href} className="hover:underline">
          {change >= 1 ? `Up ${Math.round(change)} in 30 days` : change <= -1 ? 'See what fell' : 'Flat for 30 days'}
        </Link>
      ),
    },
  ];
}

function PlannedCard({
  summary,
  fiscalYearStart,
  href,
}: {
  summary: PlannerSummary;
  fiscalYearStart: number;
  href: string;
}) {
  const items = counted(summary.items, 'item');
  return (
    <Card>
      <CardHead
        title="Planned"
        fact={summary.unscheduled > 0 ? `${items}, ${summary.unscheduled} unscheduled` : items}
        action={<CardLink href={href}>Open planner</CardLink>}
        ruled
      />
      {summary.quarters.length === 0 ? (
        <CardBody className="pt-3 text-ink-3">Nothing is scheduled yet.</CardBody>
      ) : (
        <div className="grid divide-line sm:grid-cols-2 sm:divide-x lg:grid-cols-4">
          {summary.quarters.slice(0, QUARTERS_NAMED).map((quarter) => (
            <section key={quarter.start} className="flex min-w-0 flex-col gap-1 px-3.5 py-3">
              <h3 className="flex items-baseline justify-between font-semibold">
                <span>{quarterWords(quarter, fiscalYearStart)}</span>
                <span className="num font-normal text-ink-3 text-meta">{`${quarter.hours} h`}</span>
              </h3>
              <p className="text-ink-2 text-meta">
                <Money minor={quarter.oneTimeMinor} compact /> estimated
              </p>
              <ul className="mt-1 flex flex-col gap-1.5">
                {quarter.first.map((item) => (
                  <li key={item.plannerItemId} className="flex min-w-0 flex-col">
                    <Link href={`${href}/${item.plannerItemId}`} className="truncate hover:underline">
                      {item.title}
                    </Link>
                    <ItemCost item={item} />
                  </li>
                ))}
              </ul>
              {quarter.items > quarter.first.length ? (
                <p className="text-ink-3 text-meta">{`${quarter.items - quarter.first.length} more`}</p>
              ) : null}
            </section>
          ))}
        </div>
      )}
    </Card>
  );
}

/** The features' parts of a client's overview, put together here because features know nothing of each other. */
export function overviewParts(companyId: string): OverviewParts {
  const at = (path: string) => `/c/${companyId}/${path}`;
  const noFindings: FindingSummary = {
    open: 0,
    planned: 0,
    byRisk: { critical: 0, high: 0, medium: 0, low: 0 },
    estimateMinor: 0,
    worst: [],
  };
  const noPlan: PlannerSummary = { items: 0, unscheduled: 0, quarters: [] };
  return {
    known: (figures) => [
      ...scoreStat(figures('m365') as M365Figures | undefined, at('m365')),
      ...devicesStat(figures('devices') as FleetFigures | undefined),
      findingStat((figures('findings') as FindingSummary | undefined) ?? noFindings),
      {
        id: 'planned',
        label: 'On the roadmap',
        value: ((figures('planner') as PlannerSummary | undefined) ?? noPlan).items,
        fact: `${((figures('planner') as PlannerSummary | undefined) ?? noPlan).unscheduled} unscheduled`,
      },
      ...budgetStat((figures('budgets') as BudgetSummary | undefined) ?? {}),
    ],
    main: (figures, { fiscalYearStart }) => (
      <>
        <FindingsCard
          summary={(figures('findings') as FindingSummary | undefined) ?? noFindings}
          href={at('findings')}
        />
        <PlannedCard
          summary={(figures('planner') as PlannerSummary | undefined) ?? noPlan}
          fiscalYearStart={fiscalYearStart}
          href={at('planner')}
        />
      </>
    ),
    side: (figures) => (
      <>
        <MeetingsCard summary={figures('meetings') as MeetingSummary | undefined} href={at('meetings')} />
        <GoalsCard summary={figures('goals') as GoalSummary | undefined} href={at('goals')} />
        <DevicesCard figures={figures('devices') as FleetFigures | undefined} href={at('devices')} />
      </>
    ),
  };
}
