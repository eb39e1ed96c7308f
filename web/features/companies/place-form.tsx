import { useQueryClient } from '@tanstack/react-query';
import { type Location, NewLocation } from '../../../shared/companies/location.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { companiesKey } from './queries.ts';

/** Adds a site of a client, or edits one. */
export default function PlaceForm({
  companyId,
  location,
  onClose,
}: {
  companyId: string;
  location?: Location;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const form = useSchemaForm(NewLocation, {
    companyId,
    name: location?.name ?? '',
    address: location?.address ?? '',
    phone: location?.phone ?? '',
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={location ? `Edit ${location.name}` : 'New location'}
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          await (location
            ? client.companies.editLocation({ ...values, locationId: location.locationId, v: location.v })
            : client.companies.createLocation(values));
          await queryClient.invalidateQueries({ queryKey: companiesKey() });
          toast({ title: location ? 'Saved' : `${values.name} added` });
          onClose();
        }}
      >
        <FormField form={form} name="name" label="Name">
          {(control) => <TextInput {...control} autoComplete="off" />}
        </FormField>
        <FormField form={form} name="address" label="Address" optional>
          {(control) => <Textarea {...control} value={control.value ?? ''} rows={2} />}
        </FormField>
        <FormField form={form} name="phone" label="Phone" optional>
          {(control) => <TextInput {...control} type="tel" value={control.value ?? ''} />}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>{location ? 'Save' : 'Add location'}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
