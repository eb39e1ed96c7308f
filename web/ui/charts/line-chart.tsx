import { useMemo } from 'react';
import { type LineData, layoutLine } from '../../../shared/kernel/charts/line.ts';
import { lineSummary } from '../../../shared/kernel/charts/line-summary.ts';
import { drawLine } from '../../../shared/kernel/charts/line-svg.ts';
import { ChartFrame, type ChartProps } from './chart-frame.tsx';
import { cssPalette } from './css-palette.ts';
import { ChartPicture } from './marks.tsx';
import { PointCursor } from './point-cursor.tsx';

type LineChartProps = ChartProps & { data: LineData; height?: number };

/** Values over time. Memoise `data`: the geometry is worked out anew whenever it changes. */
export function LineChart({ data, height = 220, ...frame }: LineChartProps) {
  const summary = useMemo(() => lineSummary(data), [data]);
  const empty = useMemo(() => layoutLine(data, { width: 400, height }).empty, [data, height]);
  return (
    <ChartFrame {...frame} height={height} empty={empty}>
      {(width) => <SizedLine data={data} width={width} height={height} title={frame.title} summary={summary} />}
    </ChartFrame>
  );
}

function SizedLine({
  data,
  width,
  height,
  title,
  summary,
}: {
  data: LineData;
  width: number;
  height: number;
  title: string;
  summary: string;
}) {
  const geometry = useMemo(() => layoutLine(data, { width, height }), [data, width, height]);
  const marks = useMemo(() => drawLine(geometry, cssPalette), [geometry]);
  const stops = useMemo(
    () =>
      geometry.stops.map(({ x, dateText, readings }) => ({
        title: dateText,
        x,
        y: Math.min(...readings.map((reading) => reading.y)),
        rows: readings.map(({ index, name, text, x: dotX, y }) => ({ index, name, text, dot: { x: dotX, y } })),
      })),
    [geometry],
  );
  return (
    <>
      <ChartPicture marks={marks} width={width} height={height} label={`${title}. ${summary}`} />
      <PointCursor label={title} stops={stops} plot={geometry.plot} upright />
    </>
  );
}
