import { useMemo } from 'react';
import {
  drawSparkline,
  layoutSparkline,
  type SparklineData,
  sparklineSummary,
} from '../../../shared/kernel/charts/sparkline.ts';
import { cssPalette } from './css-palette.ts';
import { ChartPicture } from './marks.tsx';

/** As high as a line of text. */
const SIZE = { width: 48, height: 20 };

/** The shape of recent values beside a figure. Nothing is drawn without values: the figure speaks for itself. */
export function Sparkline({
  title,
  data,
}: {
  /** Name of the figure: read aloud. */
  title: string;
  data: SparklineData;
}) {
  const geometry = useMemo(() => layoutSparkline(data, SIZE), [data]);
  if (geometry.empty) return null;
  const label = `${title}. ${sparklineSummary(data)}`;
  return <ChartPicture marks={drawSparkline(geometry, cssPalette)} {...SIZE} label={label} />;
}
