import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';
import { inputStyle } from './input-style.ts';
import { popupItemStyle, popupStyle } from './popup-style.ts';
import type { Option } from './select.tsx';

export type ComboboxProps = {
  /** What can be chosen now. With `onSearch` the caller answers the typed text and passes the answer here. */
  options: readonly Option[];
  /** The chosen option itself, so that its label is known even when the list in hand does not hold it. */
  value: Option | null;
  onChange: (value: Option | null) => void;
  onBlur?: () => void;
  onSearch?: (text: string) => void;
  searching?: boolean;
  placeholder?: string;
  empty?: string;
  /** Lets the choice be taken back. */
  clearable?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
  'aria-label'?: string;
};

/**
 * One choice out of a long list. A button that looks like Select and opens a list with a search on top: the rest of the page
 * stays readable to screen readers meanwhile, and on a phone the keyboard comes only when the list is open.
 */
export function Combobox(props: ComboboxProps) {
  const { options, value, onChange, onBlur, onSearch, searching, placeholder, empty, clearable, className, ref } =
    props;
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={onChange}
      filter={onSearch ? null : undefined}
      onInputValueChange={(text, details) => {
        if (details.reason === 'input-change') onSearch?.(text);
      }}
      itemToStringLabel={(option: Option) => option.label}
      isItemEqualToValue={(a: Option, b: Option) => a.value === b.value}
      autoHighlight
    >
      <span className={cx('relative block', className)}>
        <Base.Trigger
          ref={ref}
          {...useFieldWiring()}
          aria-label={props['aria-label']}
          onBlur={onBlur}
          className={cx(inputStyle, 'flex items-center gap-2 text-left', clearable && value && 'pr-10')}
        >
          <span className={cx('min-w-0 flex-1 truncate', !value && 'text-ink-3')}>
            {value?.label ?? placeholder ?? 'Choose'}
          </span>
          {clearable && value ? null : <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-2" />}
        </Base.Trigger>
        {clearable && value ? (
          <button
            type="button"
            aria-label={`Clear ${value.label}`}
            onClick={() => onChange(null)}
            className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-control text-ink-2 outline-offset-[-3px] hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        ) : null}
      </span>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup aria-label="Choose one" className={cx(popupStyle, 'w-(--anchor-width) min-w-64 overflow-hidden')}>
            <div className="flex h-control items-center gap-2 border-line border-b px-2.5">
              <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
              <Base.Input
                aria-label="Find in the list"
                placeholder="Type to find"
                className="h-full min-w-0 flex-1 bg-transparent text-field outline-none"
              />
            </div>
            <Base.Status className="text-ink-3 text-meta not-empty:px-3 not-empty:py-2">
              {searching ? 'Searching' : ''}
            </Base.Status>
            <Base.Empty className="text-ink-3 text-meta not-empty:px-3 not-empty:py-2">
              {searching ? '' : (empty ?? 'Nothing matches. Try fewer letters.')}
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,calc(var(--available-height)-3rem))] scroll-py-1 overflow-y-auto not-data-empty:p-1">
              {(option: Option) => (
                <Base.Item key={option.value} value={option} className={cx(popupItemStyle, 'pr-8')}>
                  {option.icon}
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.detail ? <span className="truncate text-ink-3 text-meta">{option.detail}</span> : null}
                  <Base.ItemIndicator className="absolute right-2">
                    <Check aria-hidden className="size-4 text-accent" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
