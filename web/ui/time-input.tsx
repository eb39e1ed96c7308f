import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';
import { inputStyle } from './input-style.ts';

export type TimeInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  /** A time of day as `HH:MM` in 24 hours; empty when none is entered. Whose clock it is stands beside it. */
  value: string;
  onChange: (value: string) => void;
};

/** A time of day. The platform's own picker: it shows 12 or 24 hours as the person is used to. */
export function TimeInput({ value, onChange, className, ...rest }: TimeInputProps) {
  return (
    <input
      type="time"
      {...useFieldWiring()}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cx(inputStyle, 'num', !value && 'text-ink-3', className)}
      {...rest}
    />
  );
}
