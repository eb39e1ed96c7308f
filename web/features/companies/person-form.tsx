import { useQueryClient } from '@tanstack/react-query';
import { type Contact, type ContactRole, NewContact } from '../../../shared/companies/contact.ts';
import { CONTACT_ROLES } from '../../../shared/companies/words.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { companiesKey } from './queries.ts';

const ROLES = Object.entries(CONTACT_ROLES) as [ContactRole, string][];

/** Adds a person at a client, or edits one. */
export default function PersonForm({
  companyId,
  contact,
  onClose,
}: {
  companyId: string;
  contact?: Contact;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const form = useSchemaForm(NewContact, {
    companyId,
    name: contact?.name ?? '',
    email: contact?.email,
    phone: contact?.phone ?? '',
    title: contact?.title ?? '',
    roles: contact?.roles ?? [],
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={contact ? `Edit ${contact.name}` : 'New contact'}>
      <Form
        form={form}
        onSubmit={async (values) => {
          await (contact
            ? client.companies.editContact({ ...values, contactId: contact.contactId, v: contact.v })
            : client.companies.createContact(values));
          await queryClient.invalidateQueries({ queryKey: companiesKey() });
          toast({ title: contact ? 'Saved' : `${values.name} added` });
          onClose();
        }}
      >
        <FormField form={form} name="name" label="Name">
          {(control) => <TextInput {...control} autoComplete="off" />}
        </FormField>
        <FormField form={form} name="title" label="Job title" optional>
          {(control) => <TextInput {...control} value={control.value ?? ''} />}
        </FormField>
        <FormField form={form} name="email" label="Email" optional>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              value={control.value ?? ''}
              onChange={(event) => control.onChange(event.target.value || undefined)}
            />
          )}
        </FormField>
        <FormField form={form} name="phone" label="Phone" optional>
          {(control) => <TextInput {...control} type="tel" value={control.value ?? ''} />}
        </FormField>
        <FormField form={form} name="roles" label="What they do for the client" group optional>
          {({ value = [], onChange }) => (
            <div className="grid grid-cols-2 gap-2">
              {ROLES.map(([role, word]) => (
                <Checkbox
                  key={role}
                  label={word}
                  checked={value.includes(role)}
                  onChange={(on) => onChange(on ? [...value, role] : value.filter((one) => one !== role))}
                />
              ))}
            </div>
          )}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>{contact ? 'Save' : 'Add contact'}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
