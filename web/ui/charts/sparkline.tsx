import { useMemo } from 'react';
import {
  drawSparkline,
  layoutSparkline,
  type SparklineData,
  sparklineSummary,
} from '../../../shared/kernel/charts/sparkline.ts';
import { cssPalette } from './css-palette.ts';
import { ChartPicture } from './marks.tsx';

/** The shape of recent values beside a figure. Nothing is drawn without values: the figure speaks for itself. */
export function Sparkline({
  title,
  data,
  width = 48,
  height = 20,
}: {
  /** Name of the figure: read aloud. */
  title: string;
  data: SparklineData;
  width?: number;
  height?: number;
}) {
  const geometry = useMemo(() => layoutSparkline(data, { width, height }), [data, width, height]);
  if (geometry.empty) return null;
  const label = `${title}. ${sparklineSummary(data)}`;
  return <ChartPicture marks={drawSparkline(geometry, cssPalette)} width={width} height={height} label={label} />;
}
