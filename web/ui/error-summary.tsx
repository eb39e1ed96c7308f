import type { RefObject } from 'react';
import { Callout } from './callout.tsx';

/** All errors of a form (messages by name, nested as its values are) with their field names, in the order of the fields. */
export function flattenErrors(errors: object, prefix = ''): { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    if (!error || typeof error !== 'object') return [];
    if ('message' in error && typeof error.message === 'string') return [{ name, message: error.message }];
    return flattenErrors(error, name);
  });
}

const many = 5;

/** What stands on top of a form: errors that belong to no field, and beyond five field errors a list that leads to each. */
export function ErrorSummary({ errors, form }: { errors: object; form: RefObject<HTMLFormElement | null> }) {
  const all = flattenErrors(errors);
  const general = all.filter(({ name }) => name.startsWith('root'));
  const fields = all.filter(({ name }) => !name.startsWith('root'));
  if (general.length === 0 && fields.length <= many) return null;

  const goTo = (name: string) => {
    const control = form.current?.elements.namedItem(name);
    if (control instanceof HTMLElement) control.focus();
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  return (
    <div tabIndex={-1} data-error-summary role="alert" className="rounded-card outline-none">
      <Callout tone="bad" title={general[0]?.message ?? `${fields.length} fields need another look`}>
        {fields.length > many ? (
          <ul className="mt-1 flex flex-col gap-0.5">
            {fields.map(({ name, message }) => (
              <li key={name}>
                <button type="button" className="min-h-6 text-left text-ink underline" onClick={() => goTo(name)}>
                  {message}
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </Callout>
    </div>
  );
}
