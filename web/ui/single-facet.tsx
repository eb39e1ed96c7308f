import { FacetFilter, type FacetOption } from './facet-filter.tsx';
import { FilterChip } from './filter-chip.tsx';

/** A filter that takes one value: a facet until one is chosen, then a chip that drops it. */
export function SingleFacet<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly (FacetOption & { value: Value })[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}) {
  if (value === undefined) {
    return (
      <FacetFilter
        label={label}
        options={options}
        value={[]}
        onChange={([next]) => onChange(next as Value | undefined)}
      />
    );
  }
  const word = options.find((option) => option.value === value)?.label ?? value;
  return <FilterChip label={label} value={word} onRemove={() => onChange(undefined)} />;
}
