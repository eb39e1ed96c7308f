import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { InviteStaff } from '../../../shared/identity/invitation.ts';
import type { StaffRole } from '../../../shared/kernel/permissions.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { type Clients, ClientsField } from '../../ui/clients-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { FirstEmailField } from './first-email-field.tsx';
import { teamKeys } from './queries.ts';
import { RoleCards } from './role-field.tsx';
import { rolesToGive } from './standing.ts';
import { useStepUp } from './step-up.tsx';
import { STAFF_ROLE } from './text.ts';

/** Invites somebody to the staff. They choose name and password themselves. Loads on first use. */
export default function InviteStaffDialog({ clients, onClose }: { clients: Clients; onClose: () => void }) {
  const session = useSession();
  const queryClient = useQueryClient();
  const stepUp = useStepUp();
  const mayAll = session.actor.companies === 'all';
  const first = useRef<HTMLInputElement>(null);
  const form = useSchemaForm(InviteStaff, {
    email: '',
    role: 'technician' as StaffRole,
    companies: mayAll ? 'all' : [],
  });
  return (
    <Dialog
      open
      initialFocus={first}
      onOpenChange={(open) => !open && onClose()}
      title="Invite to your team"
      description="They get a mail with a link that works for 7 days, once."
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const { email } = await stepUp.run(() => client.identity.inviteStaff(values));
          await Promise.all(teamKeys().map((queryKey) => queryClient.invalidateQueries({ queryKey })));
          toast({ title: 'Invited', detail: email });
          onClose();
        }}
      >
        <FirstEmailField form={form} first={first} />
        <FormField form={form} name="role" label="Role" group>
          {({ ref: _ref, ...control }) => <RoleCards {...control} words={STAFF_ROLE} roles={rolesToGive(session)} />}
        </FormField>
        <FormField form={form} name="companies" label="Sees" group>
          {({ value = [], onChange }) => (
            <ClientsField value={value} onChange={onChange} clients={clients} mayAll={mayAll} />
          )}
        </FormField>
        <DialogButtons onClose={onClose}>
          <SubmitButton>Send the invitation</SubmitButton>
        </DialogButtons>
      </Form>
      {stepUp.dialog}
    </Dialog>
  );
}
