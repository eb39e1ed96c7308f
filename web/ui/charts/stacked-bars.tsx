import { useMemo } from 'react';
import { layoutStacked, type StackedData, stackedSummary } from '../../../shared/kernel/charts/stacked.ts';
import { drawStacked } from '../../../shared/kernel/charts/stacked-svg.ts';
import { ChartFrame, type ChartProps } from './chart-frame.tsx';
import { cssPalette } from './css-palette.ts';
import { ChartPicture } from './marks.tsx';
import { PointCursor } from './point-cursor.tsx';

/** Amounts by category, stacked, with totals on top. Memoise `data`. */
export function StackedBars({ data, height = 200, ...frame }: ChartProps & { data: StackedData; height?: number }) {
  const empty = useMemo(() => layoutStacked(data, { width: 400, height }).empty, [data, height]);
  return (
    <ChartFrame {...frame} height={height} empty={empty}>
      {(width) => <SizedBars data={data} width={width} height={height} title={frame.title} />}
    </ChartFrame>
  );
}

function SizedBars({
  data,
  width,
  height,
  title,
}: {
  data: StackedData;
  width: number;
  height: number;
  title: string;
}) {
  const geometry = useMemo(() => layoutStacked(data, { width, height }), [data, width, height]);
  const marks = useMemo(() => drawStacked(geometry, cssPalette), [geometry]);
  const summary = useMemo(() => stackedSummary(data), [data]);
  const stops = useMemo(
    () =>
      geometry.columns.map(({ category, x, segments, totalText }) => ({
        title: `${category}, ${totalText}`,
        x,
        y: Math.min(geometry.zeroY, ...segments.map(({ y }) => y)),
        rows: segments.toReversed().map(({ index, name, text }) => ({ index, name, text })),
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
