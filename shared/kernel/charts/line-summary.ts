import { drawable } from './geometry.ts';
import type { LineData, LineSeries } from './line.ts';
import { dateWriter, dayNumber } from './month-axis.ts';
import { plainNumber } from './plain-number.ts';

const LOOK_BACK_DAYS = 30;

function known(series: LineSeries | undefined): { date: string; value: number }[] {
  return (series?.points ?? [])
    .flatMap(({ date, value }) => {
      const drawn = drawable(value);
      return drawn === null ? [] : [{ date, value: drawn }];
    })
    .sort((a, b) => dayNumber(a.date) - dayNumber(b.date));
}

/**
 * What a line chart says: the first line's last value, its change over the last 30 days (or since its first value), the
 * other lines' last values, and the events.
 */
export function lineSummary(data: LineData): string {
  const locale = data.locale ?? 'en-US';
  const format = data.format ?? plainNumber(locale);
  const write = dateWriter(locale);
  const points = known(data.series[0]);
  const last = points.at(-1);
  if (!last) return 'No data yet';
  const lastDay = dayNumber(last.date);
  const parts = [`${format(last.value)} now`];
  const past = points.findLast((point) => dayNumber(point.date) <= lastDay - LOOK_BACK_DAYS);
  const reference = past ?? points[0];
  if (reference && reference !== last) {
    const span = past ? `in ${LOOK_BACK_DAYS} days` : `since ${write(reference.date)}`;
    const change = last.value - reference.value;
    const amount = (data.formatChange ?? format)(Math.abs(change));
    parts.push(change === 0 ? `unchanged ${span}` : `${change > 0 ? 'up' : 'down'} ${amount} ${span}`);
  }
  for (const series of data.series.slice(1)) {
    const end = known(series).at(-1);
    parts.push(end ? `${series.name} ${format(end.value)}` : `${series.name} without data`);
  }
  const events = (data.events ?? []).map(({ date, label }) => `${label} on ${write(date)}`);
  return [parts.join(', '), ...(events.length > 0 ? [`Marked: ${events.join('; ')}`] : [])].join('. ');
}
