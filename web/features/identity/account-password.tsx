import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PasswordChange } from '../../../shared/identity/profile.ts';
import { client } from '../../lib/api.ts';
import { sessionQuery, useSession } from '../../lib/session.ts';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { newPasswordOf } from './new-password.ts';
import { ownSessionsQuery } from './queries.ts';
import { PASSWORD_HELP } from './text.ts';
import { useCall } from './use-call.ts';

const empty = { current: '', password: '' };

/** A new password, with the present one as proof. */
export default function PasswordTab() {
  const { person, msp } = useSession();
  const call = useCall();
  const queryClient = useQueryClient();
  const schema = useMemo(
    () => PasswordChange.extend({ password: newPasswordOf(person.email, person.name, msp.name) }),
    [person.email, person.name, msp.name],
  );
  const form = useSchemaForm(schema, empty);
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const session = await call(() => client.identity.changePassword(values));
        queryClient.setQueryData(sessionQuery().queryKey, session);
        void queryClient.invalidateQueries({ queryKey: ownSessionsQuery().queryKey });
        form.reset(empty);
        toast({ title: 'Password changed', detail: 'Every other session was ended.' });
      }}
    >
      <input type="email" autoComplete="username" value={person.email} readOnly hidden />
      <FormField form={form} name="current" label="Present password">
        {(control) => <PasswordInput {...control} autoComplete="current-password" />}
      </FormField>
      <FormField form={form} name="password" label="New password" help={PASSWORD_HELP}>
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </FormField>
      <p className="text-ink-2">Your sessions on other devices end with the change. This one goes on.</p>
      <div>
        <SubmitButton>Change password</SubmitButton>
      </div>
    </Form>
  );
}
