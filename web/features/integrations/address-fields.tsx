import { ChevronRight } from 'lucide-react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { FormField, type SchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';

const FIELDS = [
  { name: 'apiUrl', label: 'API address', placeholder: 'https://graph.microsoft.com' },
  { name: 'loginUrl', label: 'Sign-in address', placeholder: 'https://login.microsoftonline.com' },
] as const;

/** Other addresses of the vendor, folded away: national clouds need them, hardly anybody else does. */
export function AddressFields<In extends FieldValues, Out extends FieldValues>({
  form,
}: {
  form: SchemaForm<In, Out>;
}) {
  const { errors } = form.formState;
  return (
    <details className="group" open={Boolean(errors.apiUrl || errors.loginUrl) || undefined}>
      <summary className="flex w-fit list-none items-center gap-1 rounded-badge font-medium text-ink-2 hover:text-ink max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
        Addresses of a national cloud
      </summary>
      <div className="flex flex-col gap-4 pt-3 pl-5 max-sm:pl-0">
        {FIELDS.map(({ name, label, placeholder }) => (
          <FormField
            key={name}
            form={form}
            name={name as FieldPath<In>}
            label={label}
            optional
            help={`Empty means ${placeholder}.`}
          >
            {({ value, onChange, ...control }) => (
              <TextInput
                {...control}
                value={value ?? ''}
                onChange={(event) => onChange(event.target.value || undefined)}
                autoComplete="off"
                inputMode="url"
                spellCheck={false}
                placeholder={placeholder}
              />
            )}
          </FormField>
        ))}
      </div>
    </details>
  );
}
