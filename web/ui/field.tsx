import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { cx } from './cx.ts';

/** What a control spreads on its focusable element to be wired to the Field around it. */
export type FieldWiring = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
};

const FieldContext = createContext<FieldWiring | undefined>(undefined);

/** The wiring of the nearest Field; empty outside one, where the control needs its own `aria-label`. */
export function useFieldWiring(): Partial<FieldWiring> {
  return useContext(FieldContext) ?? {};
}

export type FieldProps = {
  label: ReactNode;
  /** One sentence below the label's control: format, consequence, or where to find the value. */
  help?: ReactNode;
  error?: string;
  required?: boolean;
  optional?: boolean;
  /** A link or fact at the right end of the label line, such as "Forgot password?". */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Label above, control, then the error (icon and words) or the help; all tied together for screen readers. */
export function Field({ label, help, error, required, optional, aside, className, children }: FieldProps) {
  const id = useId();
  const described = [error ? `${id}-error` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ');
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} id={`${id}-label`} className="font-medium text-body">
          {label}
          {optional ? <span className="ml-1.5 font-normal text-ink-3 text-meta">Optional</span> : null}
        </label>
        {aside ? <span className="text-meta">{aside}</span> : null}
      </div>
      <FieldContext
        value={{
          id,
          'aria-describedby': described || undefined,
          'aria-invalid': error ? true : undefined,
          'aria-required': required || undefined,
        }}
      >
        {children}
      </FieldContext>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {help ? (
        <p id={`${id}-help`} className="text-ink-3 text-meta">
          {help}
        </p>
      ) : null}
    </div>
  );
}

/** The line under a control that says what is wrong and how to put it right. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-bad text-meta">
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0 touch:mt-0.5" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}

/** A set of controls under one question, such as radio cards: a fieldset with the same look as Field. */
export function FieldGroup({ label, help, error, className, children }: FieldProps) {
  const id = useId();
  const described = [error ? `${id}-error` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className={cx('flex min-w-0 flex-col gap-1.5', className)} aria-describedby={described || undefined}>
      <legend className="mb-1.5 font-medium text-body">{label}</legend>
      <FieldContext
        value={{
          id,
          'aria-describedby': described || undefined,
          'aria-invalid': error ? true : undefined,
          'aria-required': undefined,
        }}
      >
        {children}
      </FieldContext>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {help ? (
        <p id={`${id}-help`} className="text-ink-3 text-meta">
          {help}
        </p>
      ) : null}
    </fieldset>
  );
}
