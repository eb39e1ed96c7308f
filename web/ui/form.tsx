import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useEffect, useRef } from 'react';
import {
  Controller,
  type ControllerRenderProps,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  FormProvider,
  type UseFormReturn,
  useForm,
  useFormContext,
} from 'react-hook-form';
import type { ZodType } from 'zod';
import { Button, type ButtonProps } from './button.tsx';
import { cx } from './cx.ts';
import { ErrorSummary, flattenErrors } from './error-summary.tsx';
import { Field, FieldGroup, type FieldProps } from './field.tsx';
import { asProblem, reportBug, splitProblem } from './problem.ts';

/** A react-hook-form over one zod schema: `In` is what the inputs hold, `Out` what the schema makes of it. */
export type SchemaForm<In extends FieldValues, Out extends FieldValues> = UseFormReturn<In, unknown, Out>;

// Which names a form shows now: errors of the server for any other name go on top of the form.
const shownFields = new WeakMap<object, Set<string>>();

/** Makes the form state. Fields are checked when left for the first time, then as they change, and all of them on submit. */
export function useSchemaForm<In extends FieldValues, Out extends FieldValues>(
  schema: ZodType<Out, In>,
  defaults: DefaultValues<In>,
): SchemaForm<In, Out> {
  return useForm<In, unknown, Out>({
    resolver: zodResolver(schema),
    defaultValues: defaults,
    mode: 'onTouched',
    shouldFocusError: false,
  });
}

/**
 * The form element. `onSubmit` gets what the schema made; when it throws an API problem, its errors land on their fields by
 * path and the rest on top. After a failed submit the first wrong control takes focus. Submit is never disabled.
 */
export function Form<In extends FieldValues, Out extends FieldValues>({
  form,
  onSubmit,
  className,
  children,
}: {
  form: SchemaForm<In, Out>;
  onSubmit: (values: Out) => Promise<void> | void;
  className?: string;
  children: ReactNode;
}) {
  const element = useRef<HTMLFormElement>(null);
  const { errors, submitCount, isSubmitting } = form.formState;
  const errorCount = flattenErrors(errors).length;
  const focused = useRef(0);

  useEffect(() => {
    if (isSubmitting || errorCount === 0 || focused.current === submitCount) return;
    focused.current = submitCount;
    const first = element.current?.querySelector<HTMLElement>('[data-error-summary], [aria-invalid="true"]');
    first?.focus();
  }, [submitCount, errorCount, isSubmitting]);

  const send = form.handleSubmit(async (values) => {
    try {
      await onSubmit(values);
    } catch (error) {
      const problem = asProblem(error);
      const names = [...(shownFields.get(form.control) ?? [])];
      const { fields, rest } = problem
        ? splitProblem(problem, names)
        : { fields: [], rest: ['Nothing was saved: the server did not answer. Check the connection and try again.'] };
      for (const { name, message } of fields) form.setError(name as FieldPath<In>, { type: 'server', message });
      if (rest.length > 0) form.setError('root.server', { type: 'server', message: rest.join(' ') });
      reportBug(error);
    }
  });

  return (
    <FormProvider {...form}>
      <form ref={element} noValidate className={cx('flex flex-col gap-4', className)} onSubmit={send}>
        <ErrorSummary errors={errors} form={element} />
        {children}
      </form>
    </FormProvider>
  );
}

/** One labelled control of a form. `children` gets what every input of the kit takes: value, onChange, onBlur, name, ref. */
export function FormField<In extends FieldValues, Out extends FieldValues, Name extends FieldPath<In>>({
  form,
  name,
  group,
  children,
  ...field
}: Omit<FieldProps, 'error' | 'children'> & {
  form: SchemaForm<In, Out>;
  name: Name;
  /** For radio cards and other sets of controls: a fieldset in place of a label. */
  group?: boolean;
  children: (control: ControllerRenderProps<In, Name>) => ReactNode;
}) {
  const Wrap = group ? FieldGroup : Field;
  const { control: owner } = form;
  useEffect(() => {
    const names = shownFields.get(owner) ?? new Set<string>();
    shownFields.set(owner, names.add(name));
    return () => {
      names.delete(name);
    };
  }, [owner, name]);
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field: control, fieldState }) => (
        <Wrap {...field} error={fieldState.error?.message}>
          {children(control)}
        </Wrap>
      )}
    />
  );
}

/** The button that sends the form; spins while it is on its way. */
export function SubmitButton({ children, ...rest }: ButtonProps) {
  const { isSubmitting } = useFormContext().formState;
  return (
    <Button type="submit" variant="primary" busy={isSubmitting} {...rest}>
      {children}
    </Button>
  );
}
