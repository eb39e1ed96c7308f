import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ClientUser, ClientUserChange } from '../../../shared/identity/member.ts';
import { COMPANY_ROLES } from '../../../shared/kernel/permissions.ts';
import { client } from '../../lib/api.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { useConflict } from './conflict.tsx';
import { contactOption, contactOptions } from './contact-options.ts';
import type { ContactChoice } from './portal-access.tsx';
import { clientUsersQuery, portalAccessKeys } from './queries.ts';
import { RoleCards } from './role-field.tsx';
import { COMPANY_ROLE } from './text.ts';
import { useCall } from './use-call.ts';

const Fields = ClientUserChange.pick({ role: true, contactId: true });
const valuesOf = ({ role, contactId }: ClientUser) => ({ role, contactId: contactId ?? null });

/** Role and linked contact of a portal user. Loads on first use. */
export default function EditClientUserDialog({
  user,
  contacts,
  onClose,
}: {
  user: ClientUser;
  contacts: readonly ContactChoice[];
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const call = useCall();
  const [base, setBase] = useState(user);
  const { companyId, userId } = base;
  const form = useSchemaForm(Fields, valuesOf(base));
  const conflict = useConflict(async () => {
    const { items } = await queryClient.fetchQuery({ ...clientUsersQuery(companyId), staleTime: 0 });
    const stored = items.find((one) => one.userId === userId);
    if (!stored) return onClose();
    setBase(stored);
    form.reset(valuesOf(stored));
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={base.name}
      description="A new role ends this person's sessions in the portal; they sign in again."
    >
      <Form
        form={form}
        onSubmit={(values) =>
          conflict.guard(async () => {
            await call(() => client.identity.editClientUser({ ...values, companyId, userId, v: base.v }));
            await Promise.all(portalAccessKeys().map((queryKey) => queryClient.invalidateQueries({ queryKey })));
            toast({ title: 'Saved', detail: base.name });
            onClose();
          })
        }
      >
        {conflict.callout}
        <FormField form={form} name="role" label="Role" group>
          {({ ref: _ref, ...control }) => <RoleCards {...control} words={COMPANY_ROLE} roles={COMPANY_ROLES} />}
        </FormField>
        {contacts.length > 0 ? (
          <FormField form={form} name="contactId" label="Contact" optional help="The contact who is this person.">
            {({ value, onChange, ...control }) => (
              <Combobox
                {...control}
                clearable
                placeholder="Not linked"
                options={contactOptions(contacts)}
                value={contactOption(contacts, value)}
                onChange={(option) => onChange(option?.value ?? null)}
              />
            )}
          </FormField>
        ) : null}
        <DialogButtons onClose={onClose}>
          <SubmitButton>Save</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
