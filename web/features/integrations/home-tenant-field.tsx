import type { FieldPath, FieldValues } from 'react-hook-form';
import { FormField, type SchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** The MSP's own tenant, which an integration can do without. */
export function HomeTenantField<In extends FieldValues, Out extends FieldValues>({
  form,
  readOnly,
}: {
  form: SchemaForm<In, Out>;
  readOnly?: boolean;
}) {
  return (
    <FormField
      form={form}
      name={'homeTenant' as FieldPath<In>}
      label="Your own tenant"
      optional
      help="Its ID or a domain. The connection is tested there, and your partner list is read from it."
    >
      {({ value, onChange, ...control }) => (
        <TextInput
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
          readOnly={readOnly}
          autoComplete="off"
          spellCheck={false}
          placeholder={readOnly ? undefined : 'yourcompany.com'}
        />
      )}
    </FormField>
  );
}
