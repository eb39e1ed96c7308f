import { ChevronsUpDown } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { ComboboxProps } from './combobox.tsx';
import { cx } from './cx.ts';
import { inputStyle } from './input-style.ts';

const Combobox = lazy(async () => ({ default: (await import('./combobox.tsx')).Combobox }));

/** A combobox on a page's first sight, outside a form: its face stands at once, its list comes with its own chunk. */
export function LazyCombobox(props: ComboboxProps) {
  return (
    <Suspense fallback={<Face {...props} />}>
      <Combobox {...props} />
    </Suspense>
  );
}

function Face({ value, placeholder, className }: ComboboxProps) {
  return (
    <span className={cx('relative block', className)}>
      <span className={cx(inputStyle, 'flex items-center gap-2')}>
        <span className={cx('min-w-0 flex-1 truncate', !value && 'text-ink-3')}>{value?.label ?? placeholder}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-2" />
      </span>
    </span>
  );
}
