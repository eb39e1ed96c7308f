import { type ComponentProps, useState } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';
import { inputStyle } from './input-style.ts';
import { useLocale } from './locale.tsx';
import { parseNumber } from './number-text.ts';

export type NumberInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'onBlur'> & {
  /** null when empty, NaN while the text is no number: the form's schema then refuses it in words. */
  value: number | null | undefined;
  onChange: (value: number | null) => void;
  onBlur?: () => void;
  /** Shown behind the figure, such as `h` or `%`. */
  unit?: string;
};

/** A number in the person's own way of writing. It never clamps: out of range is the schema's to say. */
export function NumberInput({ value, onChange, onBlur, unit, className, ...rest }: NumberInputProps) {
  const { locale } = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  const shown =
    value === null || value === undefined || Number.isNaN(value)
      ? ''
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);
  return (
    <span className={cx('relative block', className)}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        {...useFieldWiring()}
        value={typed ?? shown}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(parseNumber(event.target.value, locale));
        }}
        onBlur={() => {
          // Wrong text stays on screen, next to the message that says so.
          if (!Number.isNaN(value ?? 0)) setTyped(null);
          onBlur?.();
        }}
        className={cx(inputStyle, 'num', unit && 'pr-9')}
        {...rest}
      />
      {unit ? (
        <span aria-hidden className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-ink-3">
          {unit}
        </span>
      ) : null}
    </span>
  );
}
