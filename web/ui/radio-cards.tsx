import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';

export type RadioCard<Value extends string> = {
  value: Value;
  label: string;
  /** What this way demands or does: one line. */
  detail?: ReactNode;
  /** A figure at the right, such as what it costs. */
  fact?: ReactNode;
  /** What the choice needs filled in: shown while it is chosen. */
  children?: ReactNode;
};

/** One bordered list of ways to go on; the chosen one opens what it asks for. Arrow keys move, as in any radio group. */
export function RadioCards<Value extends string>({
  label,
  options,
  value,
  onChange,
  onBlur,
  className,
}: {
  /** Names the group; leave it out inside a FieldGroup, whose legend does that. */
  label?: string;
  options: readonly RadioCard<Value>[];
  value: Value | null | undefined;
  onChange: (value: Value) => void;
  onBlur?: () => void;
  className?: string;
}) {
  const name = useId();
  const wiring = useFieldWiring();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cx('divide-y divide-line overflow-hidden rounded-card border border-line bg-surface', className)}
    >
      {options.map((option) => {
        const chosen = option.value === value;
        return (
          <div key={option.value} className={cx('px-3 py-2.5 touch:px-4 touch:py-3', chosen && 'bg-selected')}>
            <label className="flex items-start gap-2.5">
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={chosen}
                aria-invalid={wiring['aria-invalid']}
                onChange={() => onChange(option.value)}
                onBlur={onBlur}
                className="relative mt-0.5 size-4 touch:size-5 shrink-0 appearance-none rounded-full border border-line-field bg-surface checked:border-5 checked:border-accent touch:checked:border-6 hover:border-ink-3 aria-invalid:border-bad"
              />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="flex items-baseline justify-between gap-3">
                  <span className="font-medium text-body">{option.label}</span>
                  {option.fact ? <span className="num shrink-0 font-semibold text-body">{option.fact}</span> : null}
                </span>
                {option.detail ? <span className="text-ink-3 text-meta">{option.detail}</span> : null}
              </span>
            </label>
            {chosen && option.children ? <div className="mt-2.5 pl-6.5 touch:pl-7.5">{option.children}</div> : null}
          </div>
        );
      })}
    </div>
  );
}
