import { useMemo } from 'react';
import { drawRange, layoutRange, type RangeData, rangeSummary } from '../../../shared/kernel/charts/range.ts';
import { ChartFrame, type ChartProps } from './chart-frame.tsx';
import { cssPalette } from './css-palette.ts';
import { ChartPicture } from './marks.tsx';

const HEIGHT = 34;

/** An estimate from low to high with its likely mark. */
export function RangeBar({ data, ...frame }: Omit<ChartProps, 'emptyState'> & { data: RangeData }) {
  return (
    <ChartFrame {...frame} height={HEIGHT} empty={false}>
      {(width) => <SizedRange data={data} width={width} title={frame.title} />}
    </ChartFrame>
  );
}

function SizedRange({ data, width, title }: { data: RangeData; width: number; title: string }) {
  const geometry = useMemo(() => layoutRange(data, width), [data, width]);
  const marks = useMemo(() => drawRange(geometry, cssPalette), [geometry]);
  const label = `${title}. ${rangeSummary(data)}`;
  return <ChartPicture marks={marks} width={width} height={geometry.height} label={label} />;
}
