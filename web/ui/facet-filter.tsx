import { lazy } from 'react';
import { cx } from './cx.ts';
import { chipStyle, FacetFace } from './filter-chip.tsx';
import { PopupButton } from './popup-button.tsx';

const FacetList = lazy(() => import('./facet-list.tsx'));

export type FacetOption = { value: string; label: string; count?: number };

export type FacetFilterProps = {
  label: string;
  options: readonly FacetOption[];
  /** Chosen values; empty means any. */
  value: readonly string[];
  onChange: (value: string[]) => void;
};

/** A filter on one property: choose none, one or several. The list loads on first use. */
export function FacetFilter({ label, options, value, onChange }: FacetFilterProps) {
  const chosen = options.filter((option) => value.includes(option.value));
  const [first] = chosen;
  const text = !first ? 'Any' : chosen.length === 1 ? first.label : `${first.label}, +${chosen.length - 1}`;
  return (
    <PopupButton
      className={cx(chipStyle, 'px-2 hover:bg-hover')}
      popup={(popup) => <FacetList {...popup} label={label} options={options} value={value} onChange={onChange} />}
    >
      <FacetFace label={label} value={text} />
    </PopupButton>
  );
}
