import { seriesColour } from '../../../shared/kernel/charts/palette.ts';
import { cssPalette } from './css-palette.ts';

/** A legend outside its chart, beside a card's title; give the chart `legend: false`. */
export function ChartLegend({ names }: { names: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      {names.map((name, index) => (
        <li key={name} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-2.5 rounded-[3px]"
            style={{ background: seriesColour(cssPalette, index) }}
          />
          {name}
        </li>
      ))}
    </ul>
  );
}
