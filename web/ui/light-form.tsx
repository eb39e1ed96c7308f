import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ZodType } from 'zod';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field, type FieldProps } from './field.tsx';
import { firstWords, type Texts, type Words, wordsLeft } from './light-words.ts';
import { asProblem, reportBug, splitProblem } from './problem.ts';

const NO_ANSWER = 'Nothing was saved: the server did not answer. Check the connection and try again.';

/** State of a form of a few texts. */
export interface LightState<Values extends Texts, Out> {
  values: Values;
  errors: Words;
  set: (name: keyof Values & string, value: string) => void;
  leave: (name: keyof Values & string) => void;
  /** Fetches the rules, so that they are there when the first field is left. */
  warm: () => void;
  send: (onSubmit: (values: Out) => Promise<void> | void) => Promise<void>;
  sending: boolean;
  /** Counts failed sends: focus then goes to the first wrong control. */
  failures: number;
}

/**
 * A form for a page that people load first, such as an invitation: no form library, and its rules come with the first
 * touch of a field. Otherwise as `useSchemaForm`: fields are checked when left for the first time, then as they change, and
 * all of them on submit.
 *
 * @param load gives the schema; once it is there it is kept
 */
export function useLightForm<Values extends Texts, Out>(
  load: () => Promise<ZodType<Out, Values>>,
  defaults: Values,
): LightState<Values, Out> {
  const [values, setValues] = useState(defaults);
  const [errors, setErrors] = useState<Words>({});
  const [sending, setSending] = useState(false);
  const [failures, setFailures] = useState(0);
  const latest = useRef(defaults);
  const left = useRef(new Set<string>());
  const loaded = useRef<Promise<ZodType<Out, Values>>>(undefined);

  const rules = () => {
    loaded.current ??= load().catch((error: unknown) => {
      loaded.current = undefined;
      throw error;
    });
    return loaded.current;
  };
  const check = async (changed: string) => {
    const found = firstWords((await rules()).safeParse(latest.current));
    setErrors((before) => wordsLeft(before, found, left.current, changed));
  };
  // Rules that cannot be fetched now are asked for again on submit, which then says what is wrong.
  const tryTo = (work: Promise<unknown>) => void work.catch(() => undefined);
  const fail = (next: Words) => {
    setErrors(next);
    setFailures((times) => times + 1);
  };

  return {
    values,
    errors,
    sending,
    failures,
    warm: () => tryTo(rules()),
    set: (name, value) => {
      latest.current = { ...latest.current, [name]: value };
      setValues(latest.current);
      if (left.current.has(name)) tryTo(check(name));
    },
    leave: (name) => {
      left.current.add(name);
      tryTo(check(name));
    },
    send: async (onSubmit) => {
      if (sending) return;
      setSending(true);
      left.current = new Set(Object.keys(defaults));
      try {
        const result = (await rules()).safeParse(latest.current);
        if (!result.success) return fail(firstWords(result));
        setErrors({});
        await onSubmit(result.data);
      } catch (error) {
        const problem = asProblem(error);
        const { fields, rest } = problem
          ? splitProblem(problem, Object.keys(defaults))
          : { fields: [], rest: [NO_ANSWER] };
        const top = rest.length > 0 ? [{ name: 'root', message: rest.join(' ') }] : [];
        const words = [...fields, ...top].map(({ name, message }) => [name, { type: 'server', message }]);
        fail(Object.fromEntries(words));
        reportBug(error);
      } finally {
        setSending(false);
      }
    },
  };
}

/** The form element and its button. After a failed submit the first wrong control takes focus. Submit is never disabled. */
export function LightForm<Values extends Texts, Out>({
  form,
  submit,
  onSubmit,
  children,
}: {
  form: LightState<Values, Out>;
  /** The button's words. */
  submit: string;
  onSubmit: (values: Out) => Promise<void> | void;
  children: ReactNode;
}) {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.failures === 0) return;
    element.current?.querySelector<HTMLElement>('[data-error-summary], [aria-invalid="true"]')?.focus();
  }, [form.failures]);
  return (
    <form
      ref={element}
      noValidate
      className="flex flex-col gap-4"
      onFocus={form.warm}
      onSubmit={(event) => {
        event.preventDefault();
        void form.send(onSubmit);
      }}
    >
      <ErrorSummary errors={form.errors} form={element} />
      {children}
      <Button type="submit" variant="primary" busy={form.sending}>
        {submit}
      </Button>
    </form>
  );
}

/** What every input of the kit takes from a LightField. */
export interface LightControl {
  name: string;
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => void;
  onBlur: () => void;
}

/** One labelled control of a light form. */
export function LightField<Values extends Texts, Out>({
  form,
  name,
  children,
  ...field
}: Omit<FieldProps, 'error' | 'children'> & {
  form: LightState<Values, Out>;
  name: keyof Values & string;
  children: (control: LightControl) => ReactNode;
}) {
  const control: LightControl = {
    name,
    value: form.values[name] ?? '',
    onChange: (event) => form.set(name, event.target.value),
    onBlur: () => form.leave(name),
  };
  return (
    <Field {...field} error={form.errors[name]?.message}>
      {children(control)}
    </Field>
  );
}
