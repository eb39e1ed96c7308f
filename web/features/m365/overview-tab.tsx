import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { M365Figures } from '../../../shared/m365/overview.ts';
import { Money } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardBody, CardHead, CardLink } from '../../ui/card.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import { counted } from '../../ui/format.ts';
import { Link } from '../../ui/link.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { RISKS } from '../../ui/priority.ts';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { StatStrip } from '../../ui/stat-strip.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { type M365PageProps, WithoutP1 } from './m365-page.tsx';
import { secureScoreQuery } from './queries.ts';
import type { M365Hrefs, Raised } from './raised.ts';
import { changeText, percentText } from './text.ts';

const ScoreTrend = lazy(() => import('./score-trend.tsx'));
const LicenceCost = lazy(() => import('./licence-cost.tsx'));

const SHOWN = 6;
const RISK_ORDER = Object.keys(RISKS);

export type TabProps = M365PageProps & { figures: M365Figures };

/** A tenant at a glance: known figures, how the score moved, what needs a decision. */
export function OverviewTab({ companyId, figures, raised, hrefs }: TabProps) {
  const { locale } = useLocale();
  const { data: score, error, refetch } = useQuery(secureScoreQuery(companyId));
  const { scorePercent, secondFactorPercent, globalAdmins, currency } = figures;
  return (
    <div className="flex flex-col gap-4">
      <StatStrip
        label="Known today"
        stats={[
          {
            id: 'score',
            label: 'Secure Score',
            value: scorePercent === undefined ? 'None' : percentText(scorePercent, locale),
            fact: scorePercent === undefined ? 'Microsoft gave no reading' : changeText(figures.scoreChange30, locale),
          },
          {
            id: 'users',
            label: 'Users',
            value: figures.users,
            fact: `and ${counted(figures.guests, 'guest')}`,
          },
          {
            id: 'mfa',
            label: 'With a second factor',
            value: secondFactorPercent === undefined ? 'Unknown' : percentText(secondFactorPercent, locale),
            fact: globalAdmins === undefined ? 'Admin roles unknown' : counted(globalAdmins, 'global administrator'),
          },
          {
            id: 'cost',
            label: 'Licences a month',
            value: <Money minor={figures.licenceMonthlyMinor} currency={currency} />,
            fact: counted(figures.licences, 'seat'),
          },
          {
            id: 'waste',
            label: 'Of it wasted',
            value: <Money minor={figures.wasteMonthlyMinor} currency={currency} />,
            fact: figures.wastedLicences === 0 ? 'Every seat is in use' : counted(figures.wastedLicences, 'seat'),
          },
        ]}
      />
      {secondFactorPercent === undefined && figures.users > 0 ? <WithoutP1 href={hrefs.sync} /> : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <CardHead
              title="Secure Score"
              fact={`${figures.toAddress} controls to address`}
              action={<CardLink href={hrefs.tab('score')}>Open</CardLink>}
            />
            <CardBody>
              {error ? (
                <ErrorState error={error} onRetry={() => void refetch()} />
              ) : (
                <Suspense fallback={<TrendSkeleton />}>
                  {score ? <ScoreTrend trend={score.trend} /> : <TrendSkeleton />}
                </Suspense>
              )}
            </CardBody>
          </Card>
          {figures.licences > 0 ? (
            <Card>
              <CardHead
                title="What licences cost"
                action={<CardLink href={hrefs.tab('licences')}>Licences</CardLink>}
              />
              <CardBody>
                <Suspense fallback={<Skeleton className="h-36" />}>
                  <LicenceCost companyId={companyId} />
                </Suspense>
              </CardBody>
            </Card>
          ) : null}
        </div>
        <RaisedCard raised={raised} hrefs={hrefs} />
      </div>
      <p className="text-ink-3 text-meta">Prices are estimates from your price list, not quotes.</p>
    </div>
  );
}

function TrendSkeleton() {
  return (
    <Loading label="Loading the trend" className="h-[220px]">
      <Skeleton className="h-full" />
    </Loading>
  );
}

function RaisedCard({ raised, hrefs }: { raised: readonly Raised[]; hrefs: M365Hrefs }) {
  const open = raised
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => RISK_ORDER.indexOf(a.risk) - RISK_ORDER.indexOf(b.risk));
  return (
    <Card>
      <CardHead
        title="Needs a decision"
        fact={open.length > 0 ? counted(open.length, 'finding') : undefined}
        action={<CardLink href={hrefs.findings}>All findings</CardLink>}
        ruled
      />
      <CardBody className="pt-0 pb-1">
        {open.length === 0 ? (
          <p className="py-3 text-ink-3">Nothing of this tenant waits for a decision.</p>
        ) : (
          <LedgerList
            rows={open.slice(0, SHOWN).map(({ findingId, title, risk, saving }) => ({
              id: findingId,
              label: (
                <Link href={hrefs.finding(findingId)} className="block py-1.5 text-ink hover:underline">
                  {title}
                  {saving ? (
                    <span className="block text-ink-3 text-meta">
                      saves <Money minor={saving.minorPerYear} currency={saving.currency} /> a year
                    </span>
                  ) : null}
                </Link>
              ),
              value: <Badge tone={RISKS[risk].tone}>{RISKS[risk].word}</Badge>,
            }))}
          />
        )}
      </CardBody>
    </Card>
  );
}
