import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';

export type CheckboxBoxProps = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & {
  checked: boolean;
  onChange: (checked: boolean, event: React.ChangeEvent<HTMLInputElement>) => void;
  /** Some but not all of what this box stands for. */
  mixed?: boolean;
};

/** The bare box, for table cells: give it an `aria-label`. The 24 px target is the wrapper's. */
export function CheckboxBox({ mixed, checked, onChange, className, ...rest }: CheckboxBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed === true;
  }, [mixed]);
  const Mark = mixed ? Minus : Check;
  return (
    <span className={cx('relative inline-grid size-4 touch:size-5 shrink-0 place-items-center', className)}>
      <input
        ref={input}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked, event)}
        className="absolute inset-0 appearance-none rounded-badge border border-line-field bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-ink-3 aria-invalid:border-bad disabled:bg-sunken before:absolute before:-inset-1 before:content-['']"
        {...rest}
      />
      {checked || mixed ? (
        <Mark
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none relative size-3 touch:size-3.5 text-accent-ink"
        />
      ) : null}
    </span>
  );
}

/** A box with its words. The whole line is the target. */
export function Checkbox({ label, detail, ...box }: CheckboxBoxProps & { label: ReactNode; detail?: ReactNode }) {
  const wiring = useFieldWiring();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: CheckboxBox renders the input
    <label
      className={cx(
        'flex min-h-6 max-sm:min-h-11 touch:min-h-11 gap-2 touch:gap-2.5 text-body',
        // With more lines than one the box stands at the first.
        detail ? 'items-start' : 'items-center',
      )}
    >
      <CheckboxBox
        aria-describedby={wiring['aria-describedby']}
        aria-invalid={wiring['aria-invalid']}
        {...box}
        className={cx(detail && 'mt-0.5', box.className)}
      />
      <span className="flex min-w-0 flex-col">
        {label}
        {detail ? <span className="text-ink-3 text-meta">{detail}</span> : null}
      </span>
    </label>
  );
}
