import type { InvitationOffer } from '../../../shared/identity/invitation.ts';
import { client } from '../../lib/api.ts';
import { Field } from '../../ui/field.tsx';
import { LightField, LightForm, useLightForm } from '../../ui/light-form.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Gate } from './gate.ts';
import { PASSWORD_HELP } from './text.ts';
import { useArrive } from './use-arrive.ts';
import { useCall } from './use-call.ts';

type Props = { gate: Gate; offer: InvitationOffer; token: string };

/** Name and password make a login, and use the invitation up. */
export function AcceptForm({ gate, offer, token }: Props) {
  const call = useCall();
  const arrive = useArrive(gate);
  const rules = async () => (await import('./new-password.ts')).NewLogin(offer.email, offer.mspName);
  const form = useLightForm(rules, { name: '', password: '' });
  return (
    <LightForm
      form={form}
      submit="Accept the invitation"
      onSubmit={async (login) => arrive(await call(() => client.identity.acceptInvitation({ token, ...login })))}
    >
      <Field label="Email" help="The invitation is for this address.">
        <TextInput type="email" autoComplete="username" value={offer.email} readOnly />
      </Field>
      <LightField form={form} name="name" label="Your name">
        {(control) => <TextInput {...control} autoComplete="name" />}
      </LightField>
      <LightField form={form} name="password" label="Password" help={PASSWORD_HELP}>
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </LightField>
    </LightForm>
  );
}
