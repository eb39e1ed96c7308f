import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';
import { inputStyle } from './input-style.ts';
import { popupItemStyle, popupStyle } from './popup-style.ts';

export type Option<Value extends string = string> = { value: Value; label: string; detail?: string; icon?: ReactNode };

export type SelectProps<Value extends string> = {
  options: readonly Option<Value>[];
  value: Value | null | undefined;
  onChange: (value: Value) => void;
  onBlur?: () => void;
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
  'aria-label'?: string;
};

/** One choice out of a short, known list (typing jumps to a match). More than about 12: Combobox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, onBlur, placeholder = 'Choose', className, ref, ...rest } = props;
  const wiring = useFieldWiring();
  return (
    <Base.Root
      items={options}
      value={value ?? null}
      onValueChange={(next) => {
        if (next !== null) onChange(next as Value);
      }}
      name={rest.name}
      disabled={rest.disabled}
    >
      <Base.Trigger
        ref={ref}
        {...wiring}
        aria-label={rest['aria-label']}
        onBlur={onBlur}
        className={cx(inputStyle, 'flex items-center justify-between gap-2 text-left', className)}
      >
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-ink-3" />
        <Base.Icon>
          <ChevronsUpDown aria-hidden className="size-3.5 text-ink-2" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner alignItemWithTrigger={false} sideOffset={4} className="z-50">
          <Base.Popup className={cx(popupStyle, 'min-w-(--anchor-width)')}>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1">
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className={cx(popupItemStyle, 'pr-8')}>
                  {option.icon}
                  <Base.ItemText className="min-w-0 flex-1">{option.label}</Base.ItemText>
                  {option.detail ? <span className="text-ink-3 text-meta">{option.detail}</span> : null}
                  <Base.ItemIndicator className="absolute right-2">
                    <Check aria-hidden className="size-4 text-accent" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
