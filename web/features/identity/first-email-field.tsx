import type { RefObject } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { FormField, type SchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** The address that an invitation goes to. The dialog around it gives focus to `first`. */
export function FirstEmailField<In extends FieldValues, Out extends FieldValues>({
  form,
  first,
}: {
  form: SchemaForm<In, Out>;
  first: RefObject<HTMLInputElement | null>;
}) {
  return (
    <FormField form={form} name={'email' as FieldPath<In>} label="Email">
      {({ ref, ...control }) => (
        <TextInput
          {...control}
          ref={(input) => {
            ref(input);
            first.current = input;
          }}
          type="email"
          autoComplete="off"
        />
      )}
    </FormField>
  );
}
