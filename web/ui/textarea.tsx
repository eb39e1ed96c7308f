import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';
import { inputStyle } from './input-style.ts';

/** Several lines of text that grow with what is typed (where the browser can), and count down near `maxLength`. */
export function Textarea({ className, rows = 3, maxLength, value, ...rest }: ComponentProps<'textarea'>) {
  const used = typeof value === 'string' ? value.length : 0;
  const left = maxLength === undefined ? Number.POSITIVE_INFINITY : maxLength - used;
  return (
    <>
      <textarea
        {...useFieldWiring()}
        rows={rows}
        value={value}
        className={cx(inputStyle, 'field-sizing-content h-auto min-h-18 resize-y py-1.5 touch:py-2.5', className)}
        {...rest}
      />
      {left < 100 ? (
        <span aria-live="polite" className={cx('num self-end text-meta', left < 0 ? 'text-bad' : 'text-ink-3')}>
          {left < 0 ? `${-left} characters too many` : `${left} characters left`}
        </span>
      ) : null}
    </>
  );
}
