import { type ComponentProps, useLayoutEffect, useRef, useState } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';
import { formatMoney } from './format.ts';
import { inputStyle } from './input-style.ts';
import { useLocale } from './locale.tsx';
import { editableMoney, parseMoney } from './number-text.ts';

export type MoneyInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'onBlur'> & {
  /** Integer minor units (cents); null when empty, NaN while the text is no amount. */
  value: number | null | undefined;
  onChange: (minor: number | null) => void;
  onBlur?: () => void;
  /** ISO 4217 code. The MSP's own when left out. */
  currency?: string;
};

/** An amount of money: formatted by Intl at rest, plain digits while typing. */
export function MoneyInput({ value, onChange, onBlur, currency, className, ...rest }: MoneyInputProps) {
  const { locale, currency: own } = useLocale();
  const code = currency ?? own;
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const [entered, setEntered] = useState(0);
  // The text changes on focus, and a new text loses the selection: it is made once the text stands.
  useLayoutEffect(() => {
    if (entered > 0) input.current?.select();
  }, [entered]);
  const known = value !== null && value !== undefined && !Number.isNaN(value);
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      {...useFieldWiring()}
      value={typed ?? (known ? formatMoney(value, code, locale) : '')}
      onFocus={(event) => {
        input.current = event.currentTarget;
        if (known) setTyped(editableMoney(value, code, locale));
        setEntered((times) => times + 1);
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parseMoney(event.target.value, code, locale));
      }}
      onBlur={() => {
        // Wrong text stays on screen, next to the message that says so.
        if (!Number.isNaN(value ?? 0)) setTyped(null);
        onBlur?.();
      }}
      className={cx(inputStyle, 'num', className)}
      {...rest}
    />
  );
}
