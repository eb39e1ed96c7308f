import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { InviteClientUser } from '../../../shared/identity/invitation.ts';
import { COMPANY_ROLES, type CompanyRole } from '../../../shared/kernel/permissions.ts';
import { client } from '../../lib/api.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { contactOption, contactOptions } from './contact-options.ts';
import { FirstEmailField } from './first-email-field.tsx';
import type { ContactChoice } from './portal-access.tsx';
import { portalAccessKeys } from './queries.ts';
import { RoleCards } from './role-field.tsx';
import { COMPANY_ROLE } from './text.ts';
import { useCall } from './use-call.ts';

/** Invites somebody of a client to the portal, as one of its contacts or by address alone. Loads on first use. */
export default function InviteClientUserDialog({
  companyId,
  companyName,
  contacts,
  onClose,
}: {
  companyId: string;
  companyName: string;
  contacts: readonly ContactChoice[];
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const call = useCall();
  const first = useRef<HTMLInputElement>(null);
  const form = useSchemaForm(InviteClientUser, { companyId, email: '', role: 'member' as CompanyRole });
  return (
    <Dialog
      open
      initialFocus={first}
      onOpenChange={(open) => !open && onClose()}
      title="Invite to the client portal"
      description={`For ${companyName}. They get a mail with a link that works for 7 days, once.`}
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const { email } = await call(() => client.identity.inviteClientUser(values));
          await Promise.all(portalAccessKeys().map((queryKey) => queryClient.invalidateQueries({ queryKey })));
          toast({ title: 'Invited', detail: email });
          onClose();
        }}
      >
        {contacts.length > 0 ? (
          <FormField
            form={form}
            name="contactId"
            label="Contact"
            optional
            help="Fills in the address, and links the two."
          >
            {({ value, onChange, ...control }) => (
              <Combobox
                {...control}
                clearable
                placeholder="Choose a contact"
                options={contactOptions(contacts)}
                value={contactOption(contacts, value)}
                onChange={(option) => {
                  onChange(option?.value);
                  const email = contacts.find(({ contactId }) => contactId === option?.value)?.email;
                  if (email) form.setValue('email', email, { shouldValidate: true });
                }}
              />
            )}
          </FormField>
        ) : null}
        <FirstEmailField form={form} first={first} />
        <FormField form={form} name="role" label="Role" group>
          {({ ref: _ref, ...control }) => <RoleCards {...control} words={COMPANY_ROLE} roles={COMPANY_ROLES} />}
        </FormField>
        <DialogButtons onClose={onClose}>
          <SubmitButton>Send the invitation</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
