import { useMemo } from 'react';
import { type BarsData, barsSummary, layoutBars } from '../../../shared/kernel/charts/bars.ts';
import { drawBars } from '../../../shared/kernel/charts/bars-svg.ts';
import { ChartFrame, type ChartProps } from './chart-frame.tsx';
import { cssPalette } from './css-palette.ts';
import { ChartPicture } from './marks.tsx';

const EMPTY_HEIGHT = 56;

/** Horizontal bars on tracks: points by area, amounts by quarter. Every row shows its reading, so nothing hides in a tooltip. */
export default function MeterBars({ data, ...frame }: ChartProps & { data: BarsData }) {
  const guess = useMemo(() => layoutBars(data, 320), [data]);
  return (
    <ChartFrame {...frame} height={guess.height || EMPTY_HEIGHT} empty={guess.empty}>
      {(width) => <SizedMeters data={data} width={width} title={frame.title} />}
    </ChartFrame>
  );
}

function SizedMeters({ data, width, title }: { data: BarsData; width: number; title: string }) {
  const geometry = useMemo(() => layoutBars(data, width), [data, width]);
  const marks = useMemo(() => drawBars(geometry, cssPalette), [geometry]);
  const label = `${title}. ${barsSummary(data)}`;
  return <ChartPicture marks={marks} width={width} height={geometry.height} label={label} />;
}
