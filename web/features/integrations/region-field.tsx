import { useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { type VendorId, vendorOf } from '../../../shared/integrations/vendors.ts';
import { Field } from '../../ui/field.tsx';
import { FormField, type SchemaForm } from '../../ui/form.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { TextInput } from '../../ui/text-input.tsx';

const OTHER = 'other';

/** Where the MSP's account lives: one of the vendor's regions, or another address. */
export function RegionField<In extends FieldValues, Out extends FieldValues>({
  form,
  vendor,
  readOnly = false,
}: {
  form: SchemaForm<In, Out>;
  vendor: VendorId;
  readOnly?: boolean;
}) {
  const { name, regions } = vendorOf(vendor);
  const field = 'apiUrl' as FieldPath<In>;
  const isRegion = (url: unknown) => regions.some(({ apiUrl }) => apiUrl === url);
  const [other, setOther] = useState(() => !isRegion(form.getValues(field)));
  const options = [
    ...regions.map((region) => ({ value: region.apiUrl, label: region.name })),
    { value: OTHER, label: 'Another address' },
  ];
  return (
    <>
      <Field label="Region" help={`The address in your browser when you work in ${name}.`}>
        <NativeSelect
          options={options}
          disabled={readOnly}
          value={other ? OTHER : form.watch(field)}
          onChange={({ target }) => {
            const isOther = target.value === OTHER;
            setOther(isOther);
            form.setValue(field, (isOther ? '' : target.value) as never, { shouldDirty: true });
          }}
        />
      </Field>
      {other ? (
        <FormField form={form} name={field} label="Address">
          {(control) => (
            <TextInput
              {...control}
              readOnly={readOnly}
              autoComplete="off"
              inputMode="url"
              spellCheck={false}
              placeholder="https://ninja.example.com"
            />
          )}
        </FormField>
      ) : null}
    </>
  );
}
