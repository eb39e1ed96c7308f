import { useMemo } from 'react';
import { type DonutData, donutSummary, drawDonut, layoutDonut } from '../../../shared/kernel/charts/donut.ts';
import { ChartFrame, type ChartProps } from './chart-frame.tsx';
import { cssPalette } from './css-palette.ts';
import { ChartPicture } from './marks.tsx';
import { PointCursor } from './point-cursor.tsx';

/** Parts of a whole, with the sum in the middle and a key beside it. Memoise `data`. */
export function Donut({ data, height = 140, ...frame }: ChartProps & { data: DonutData; height?: number }) {
  const empty = useMemo(() => layoutDonut(data, { width: height, height }).empty, [data, height]);
  return (
    <ChartFrame {...frame} height={height} empty={empty}>
      {(width) => <SizedDonut data={data} width={width} height={height} title={frame.title} />}
    </ChartFrame>
  );
}

function SizedDonut({ data, width, height, title }: { data: DonutData; width: number; height: number; title: string }) {
  const geometry = useMemo(() => layoutDonut(data, { width, height }), [data, width, height]);
  const marks = useMemo(() => drawDonut(geometry, cssPalette), [geometry]);
  const stops = useMemo(
    () =>
      geometry.parts.map(({ index, name, text, share, x, y }) => ({
        title: `${Math.round(share * 100)}%`,
        x,
        y,
        rows: [{ index, name, text }],
      })),
    [geometry],
  );
  const { cx, cy, outer } = geometry;
  const ring = { x: cx - outer, y: cy - outer, width: outer * 2, height: outer * 2 };
  return (
    <>
      <ChartPicture marks={marks} width={width} height={height} label={`${title}. ${donutSummary(data)}`} />
      <PointCursor label={title} stops={stops} plot={ring} />
    </>
  );
}
