import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { StaffChange, type StaffMember } from '../../../shared/identity/member.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { type Clients, ClientsField } from '../../ui/clients-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { useConflict } from './conflict.tsx';
import { teamKeys } from './queries.ts';
import { RoleCards } from './role-field.tsx';
import { rolesToGive } from './standing.ts';
import { useStepUp } from './step-up.tsx';
import { STAFF_ROLE } from './text.ts';

const Fields = StaffChange.omit({ userId: true, v: true }).required();
const valuesOf = ({ role, companies, title, phone }: StaffMember) => ({ role, companies, title, phone });

/** Role, clients, job title and phone of a staff member. Loads on first use. */
export default function EditStaffDialog({
  member,
  clients,
  onClose,
}: {
  member: StaffMember;
  clients: Clients;
  onClose: () => void;
}) {
  const session = useSession();
  const queryClient = useQueryClient();
  const stepUp = useStepUp();
  const [base, setBase] = useState(member);
  const form = useSchemaForm(Fields, valuesOf(base));
  const { userId } = base;
  const conflict = useConflict(async () => {
    const stored = await client.identity.getStaff({ userId });
    setBase(stored);
    form.reset(valuesOf(stored));
  });
  const refresh = () => Promise.all(teamKeys().map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={base.name}
      description="A new role or other clients end this person's sessions; they sign in again."
    >
      <Form
        form={form}
        onSubmit={(values) =>
          conflict.guard(async () => {
            // Only what moved is sent: role and clients ask for a fresh proof and end sessions.
            const changed = Object.fromEntries(
              Object.entries(values).filter(
                ([name, value]) => !same(value, valuesOf(base)[name as keyof typeof values]),
              ),
            );
            if (Object.keys(changed).length > 0) {
              await stepUp.run(() => client.identity.editStaff({ ...changed, userId, v: base.v }));
              await refresh();
              toast({ title: 'Saved', detail: base.name });
            }
            onClose();
          })
        }
      >
        {conflict.callout}
        <FormField form={form} name="role" label="Role" group>
          {({ ref: _ref, ...control }) => <RoleCards {...control} words={STAFF_ROLE} roles={rolesToGive(session)} />}
        </FormField>
        <FormField form={form} name="companies" label="Sees" group>
          {({ value, onChange }) => (
            <ClientsField
              value={value}
              onChange={onChange}
              clients={clients}
              mayAll={session.actor.companies === 'all'}
            />
          )}
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="title" label="Job title" optional>
            {(control) => <TextInput {...control} />}
          </FormField>
          <FormField form={form} name="phone" label="Phone" optional>
            {(control) => <TextInput {...control} type="tel" />}
          </FormField>
        </div>
        <DialogButtons onClose={onClose}>
          <SubmitButton>Save</SubmitButton>
        </DialogButtons>
      </Form>
      {stepUp.dialog}
    </Dialog>
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
