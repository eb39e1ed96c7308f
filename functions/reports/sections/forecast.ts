import { stackedSummary } from '../../../shared/kernel/charts/stacked.ts';
import { stackedSvg } from '../../../shared/kernel/charts/stacked-svg.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { minorDigits } from '../../../shared/kernel/money.ts';
import { freezeForecast } from '../../../shared/reports/freezing-forecast.ts';
import { FrozenForecast, type Snapshot } from '../../../shared/reports/snapshot.ts';
import type { Formats } from '../../../shared/reports/words.ts';
import { forecast as forecastOf } from '../../budgets/forecast.service.ts';
import { opening } from '../pdf/frame.ts';
import { type Content, cell, type Node, part, px, say, TYPE_WIDTH, table } from '../pdf/paper.ts';
import { type Sheet, section } from './section.ts';

const CHART_HEIGHT = 200;
const COUNTED = 'Planned work counts at its likely cost, licences at today’s price with the assumed increase.';
const DEVICES_COUNTED = 'Devices that fall due count at what replacing one of their kind costs.';

/** Amounts of years ahead in whole units: cents would claim to know more than anybody does. */
function wholeMoney({ currency }: Snapshot, { money }: Formats): (minor: number) => string {
  const unit = 10 ** minorDigits(currency);
  return (minor) => money(Math.round(minor / unit) * unit);
}

const namesOf = ({ years, fiscalYearStart }: FrozenForecast) => years.map((year) => yearWords(year, fiscalYearStart));

function message(forecast: FrozenForecast, whole: (minor: number) => string): string {
  const names = namesOf(forecast);
  const [base = 0, next = 0] = forecast.totals;
  const moved = next - base;
  const change =
    moved === 0
      ? `${names[1]} costs as much as ${names[0]}`
      : `${names[1]} costs ${whole(Math.abs(moved))} ${moved > 0 ? 'more' : 'less'} than ${names[0]}`;
  const span = names.length > 2 ? `${names[1]} to ${names.at(-1)} come` : `${names[1]} comes`;
  return `${span} to ${whole(forecast.forwardMinor)}. ${change}.`;
}

function chart(
  forecast: FrozenForecast,
  { locale }: Snapshot,
  whole: (minor: number) => string,
  short: Formats['shortMoney'],
): Node {
  const data = {
    categories: namesOf(forecast),
    series: forecast.categories.map(({ label, amounts }) => ({ name: label, values: amounts })),
    format: whole,
    formatTick: short,
    locale,
  };
  const svg = stackedSvg(data, {
    width: TYPE_WIDTH,
    height: CHART_HEIGHT,
    title: 'Cost by year',
    summary: stackedSummary(data),
    fontFamily: 'Inter',
  });
  return { svg, width: px(TYPE_WIDTH) };
}

function years(forecast: FrozenForecast, whole: (minor: number) => string): Node {
  const amount = (minor: number, strong = false) => cell(minor === 0 ? '–' : whole(minor), { right: true, strong });
  const rows = forecast.categories.map(({ label, amounts }): Content[] => [
    cell(label, { strong: true }),
    ...amounts.map((minor) => amount(minor)),
  ]);
  const sums = [cell('Total', { strong: true }), ...forecast.totals.map((minor) => amount(minor, true))];
  const columns = namesOf(forecast).map((head) => ({ head, width: 92, right: true }));
  return table([{ head: 'Category', width: '*' }, ...columns], [...rows, sums]);
}

/** What the coming years cost by category: the message, the chart, the table. */
function pages(data: FrozenForecast, { snapshot, formats, first }: Sheet): Content[] {
  const whole = wholeMoney(snapshot, formats);
  return [
    opening('forecast', forecast.title, message(data, whole), first),
    part('By year', 24),
    chart(data, snapshot, whole, formats.shortMoney),
    part('By category', 18),
    years(data, whole),
    say(data.hasDevices ? `${COUNTED} ${DEVICES_COUNTED}` : COUNTED, 'note', { margin: [0, px(14), 0, 0] }),
  ];
}

export const forecast = section({
  id: 'forecast',
  title: 'Years ahead',
  detail: 'Cost by category and year; sums tell of unpublished work too',
  source: 'Source: plan, budgets, licences and devices.',
  // It tells of work that the client has not seen yet: whoever wants it printed says so.
  usual: false,
  shape: FrozenForecast,
  freeze: async (scope, { company: { companyId } }) =>
    freezeForecast(await forecastOf(scope, { companyId, weighted: false })) ?? undefined,
  absent: 'No costs ahead known yet',
  pages,
});
