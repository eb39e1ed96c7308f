import { type ComponentProps, useState } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';

export type OtpInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'maxLength'> & {
  value: string;
  onChange: (digits: string) => void;
  /** Called once when the last digit is in, also after a paste. */
  onComplete?: (digits: string) => void;
};

/** Digits of a code, as authenticator apps show them. */
const DIGITS = 6;

/**
 * A one-time code in boxes. It is one real input under drawn boxes, so paste, autofill from a message, password managers and
 * screen readers meet a plain text field. Anything but digits is dropped, so "123 456" can be pasted as it is.
 */
export function OtpInput({ value, onChange, onComplete, className, onFocus, onBlur, ...rest }: OtpInputProps) {
  const wiring = useFieldWiring();
  const [focused, setFocused] = useState(false);
  const active = Math.min(value.length, DIGITS - 1);
  return (
    <div className={cx('relative', className)}>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]*"
        {...wiring}
        value={value}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '').slice(0, DIGITS);
          onChange(digits);
          if (digits.length === DIGITS && digits !== value) onComplete?.(digits);
        }}
        onFocus={(event) => {
          setFocused(true);
          onFocus?.(event);
        }}
        onBlur={(event) => {
          setFocused(false);
          onBlur?.(event);
        }}
        onSelect={(event) => {
          const end = event.currentTarget.value.length;
          if (event.currentTarget.selectionStart !== event.currentTarget.selectionEnd) return;
          event.currentTarget.setSelectionRange(end, end);
        }}
        className="absolute inset-0 z-1 size-full rounded-control bg-transparent text-field text-transparent caret-transparent outline-none selection:bg-transparent"
        {...rest}
      />
      <div aria-hidden className="flex gap-2">
        {Array.from({ length: DIGITS }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are positions, they have no other identity
            key={index}
            className={cx(
              'num grid h-12 min-w-0 flex-1 place-items-center rounded-control border bg-surface text-22',
              index === DIGITS / 2 && 'ml-2.5',
              focused && index === active
                ? 'border-accent outline-2 outline-accent'
                : wiring['aria-invalid']
                  ? 'border-bad'
                  : 'border-line-field',
            )}
          >
            {value[index] ?? (focused && index === active ? <span className="h-6 w-px animate-pulse bg-ink" /> : '')}
          </span>
        ))}
      </div>
    </div>
  );
}
