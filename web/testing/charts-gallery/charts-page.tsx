import type { ReactNode } from 'react';
import { ChartLegend } from '../../ui/charts/chart-legend.tsx';
import { Donut } from '../../ui/charts/donut.tsx';
import { LineChart } from '../../ui/charts/line-chart.tsx';
import MeterBars from '../../ui/charts/meter-bars.tsx';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { StackedBars } from '../../ui/charts/stacked-bars.tsx';
import { RoadmapList } from '../../ui/roadmap/roadmap-list.tsx';
import {
  areas,
  budgetQuarters,
  byType,
  forecast,
  health,
  quartersByCategory,
  score,
  secureScore,
  ticketTrend,
} from './chart-data.ts';
import { clientRoadmap, TODAY } from './roadmap-data.ts';

function Card({ title, head, children }: { title: string; head?: ReactNode; children: ReactNode }) {
  return (
    <section className="rounded-card border border-line bg-surface p-3.5">
      <div className="mb-2 flex flex-wrap items-center gap-4">
        <h2 className="font-semibold text-13">{title}</h2>
        {head}
      </div>
      {children}
    </section>
  );
}

const NOTHING = { series: [] };

export function ChartsPage() {
  return (
    <main className="mx-auto grid max-w-6xl gap-4 p-6 max-sm:p-4 sm:grid-cols-2">
      <h1 className="font-semibold text-18 sm:col-span-2">Charts</h1>
      <Card title="Last 26 weeks">
        <LineChart title="Secure Score, last 26 weeks" data={secureScore} height={230} />
      </Card>
      <Card title="Tickets by site">
        <LineChart title="Tickets by site" data={ticketTrend} height={230} />
      </Card>
      <Card title="Spend by year" head={<ChartLegend names={forecast.series.map(({ name }) => name)} />}>
        <StackedBars title="Spend by year" data={forecast} height={190} />
      </Card>
      <Card title="Spend by quarter">
        <StackedBars title="Spend by quarter" data={quartersByCategory} height={250} />
      </Card>
      <Card title="By area">
        <MeterBars title="Points by area" data={areas} />
      </Card>
      <Card title="By quarter">
        <MeterBars title="Budget by quarter" data={budgetQuarters} />
      </Card>
      <Card title="By type">
        <Donut title="Budget by type" data={byType} />
      </Card>
      <Card title="Client health">
        <div className="flex items-center gap-6">
          <span className="num font-semibold text-22">62</span>
          <Sparkline title="Client health" data={health} />
          <span className="num font-semibold text-22">46%</span>
          <Sparkline title="Secure Score" data={score} />
        </div>
      </Card>
      <Card title="Nothing yet">
        <LineChart title="Backups" data={NOTHING} height={120} emptyState="Connect a backup tool to see jobs here." />
      </Card>
      <section aria-labelledby="client" className="max-w-sm">
        <h2 id="client" className="mb-2 font-medium text-15">
          Roadmap
        </h2>
        <RoadmapList items={clientRoadmap} today={TODAY} locale="en-US" />
      </section>
    </main>
  );
}
