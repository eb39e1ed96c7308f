import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';
import { inputStyle } from './input-style.ts';

export type DateInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  /** A calendar date as `YYYY-MM-DD`, or null when empty. No time, no zone. */
  value: string | null | undefined;
  onChange: (value: string | null) => void;
};

/** A calendar date. The platform's own picker: it speaks the person's locale and is complete by keyboard and touch. */
export function DateInput({ value, onChange, className, ...rest }: DateInputProps) {
  return (
    <input
      type="date"
      {...useFieldWiring()}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      className={cx(inputStyle, 'num', !value && 'text-ink-3', className)}
      {...rest}
    />
  );
}
