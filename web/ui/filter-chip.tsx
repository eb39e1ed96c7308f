import { ChevronDown, X } from 'lucide-react';
import { cx } from './cx.ts';

export const chipStyle =
  'inline-flex h-chip select-none items-center gap-1.5 whitespace-nowrap rounded-control border border-line-strong bg-surface text-meta [&_svg]:size-3.5';

/** An active filter: its name, its value, and the way to drop it. */
export function FilterChip({ label, value, onRemove }: { label: string; value: string; onRemove: () => void }) {
  return (
    <span className={cx(chipStyle, 'pl-2')}>
      <span className="text-ink-3">{label}</span>
      <span className="max-w-48 truncate font-medium">{value}</span>
      <button
        type="button"
        aria-label={`Drop filter ${label}: ${value}`}
        onClick={onRemove}
        className="grid h-full w-7 max-sm:w-11 place-items-center rounded-control text-ink-2 outline-offset-[-2px] hover:text-ink"
      >
        <X aria-hidden />
      </button>
    </span>
  );
}

/** The face of a closed facet; FacetFilter opens from it. */
export function FacetFace({ label, value }: { label: string; value: string }) {
  return (
    <>
      <span className="text-ink-3">{label}</span> <span className="max-w-48 truncate font-medium">{value}</span>
      <ChevronDown aria-hidden className="text-ink-2" />
    </>
  );
}
