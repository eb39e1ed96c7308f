import { useMemo } from 'react';
import type { InvitationOffer } from '../../../shared/identity/invitation.ts';
import { line } from '../../../shared/kernel/text.ts';
import { client } from '../../lib/api.ts';
import { Field } from '../../ui/field.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Gate } from './gate.ts';
import { NewLogin, PASSWORD_HELP } from './new-password.ts';
import { useArrive } from './use-arrive.ts';
import { useCall } from './use-call.ts';

type Props = { gate: Gate; offer: InvitationOffer; token: string };

/** Name and password make a login, and use the invitation up. */
export function AcceptForm({ gate, offer, token }: Props) {
  const call = useCall();
  const arrive = useArrive(gate);
  const schema = useMemo(() => NewLogin(offer.email, offer.mspName, line('your name')), [offer]);
  const form = useSchemaForm(schema, { name: '', password: '' });
  return (
    <Form
      form={form}
      onSubmit={async (login) => arrive(await call(() => client.identity.acceptInvitation({ token, ...login })))}
    >
      <Field label="Email" help="The invitation is for this address.">
        <TextInput type="email" autoComplete="username" value={offer.email} readOnly />
      </Field>
      <FormField form={form} name="name" label="Your name">
        {(control) => <TextInput {...control} autoComplete="name" />}
      </FormField>
      <FormField form={form} name="password" label="Password" help={PASSWORD_HELP}>
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </FormField>
      <SubmitButton>Accept the invitation</SubmitButton>
    </Form>
  );
}
