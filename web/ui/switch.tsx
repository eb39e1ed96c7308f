import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

export type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & {
  label: ReactNode;
  detail?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** On or off, at once and without Save. Inside a form that is saved as a whole, use a Checkbox. */
export function Switch({ label, detail, checked, onChange, className, ...rest }: SwitchProps) {
  return (
    <label
      className={cx(
        'flex min-h-8 max-sm:min-h-11 touch:min-h-11 items-center justify-between gap-4 text-body',
        className,
      )}
    >
      <span className="flex min-w-0 flex-col">
        {label}
        {detail ? <span className="text-ink-3 text-meta">{detail}</span> : null}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="relative h-5 w-9 shrink-0 appearance-none rounded-full bg-line-field transition-colors duration-100 before:absolute before:top-0.5 before:left-0.5 before:size-4 before:rounded-full before:bg-surface before:transition-transform before:duration-100 before:content-[''] checked:bg-accent checked:before:translate-x-4 disabled:opacity-60"
        {...rest}
      />
    </label>
  );
}
