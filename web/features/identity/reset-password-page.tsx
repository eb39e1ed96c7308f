import { useState } from 'react';
import { client } from '../../lib/api.ts';
import { LightField, LightForm, useLightForm } from '../../ui/light-form.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { asProblem } from '../../ui/problem.ts';
import { DeadLink } from './forgot-password-page.tsx';
import { type Gate, gateHref } from './gate.ts';
import { GateShell } from './gate-shell.tsx';
import { PASSWORD_HELP } from './text.ts';
import { useCall } from './use-call.ts';

const LEAD =
  'All your sessions end with it, on every device. Your second factor stays, unless you signed up yourself and never confirmed your address: then it is taken off.';
const INCOMPLETE = 'The link is not complete. Open it from the mail again, or ask for a new one.';

/** Chooses a new password by a mailed link. Nobody is signed in by it: the second factor is still to be given. */
export function ResetPasswordPage({ gate, token }: { gate: Gate; token: string }) {
  const call = useCall();
  const [done, setDone] = useState(false);
  const [dead, setDead] = useState(token.length < 20 ? INCOMPLETE : undefined);
  const form = useLightForm(async () => (await import('./new-password.ts')).ChosenPassword, { password: '' });

  if (dead) {
    const action = { label: 'Ask for a new link', href: gateHref(gate, 'forgot-password') };
    return <DeadLink gate={gate} title="This link no longer works" words={dead} action={action} />;
  }
  if (done) {
    return (
      <GateShell gate={gate} title="Your password is changed">
        <p role="status">All your sessions were ended. Sign in with the new password.</p>
        <LinkButton variant="primary" href={gateHref(gate, 'sign-in')}>
          Sign in
        </LinkButton>
      </GateShell>
    );
  }
  return (
    <GateShell gate={gate} title="Choose a new password" lead={LEAD}>
      <LightForm
        form={form}
        submit="Change password"
        onSubmit={async ({ password }) => {
          try {
            await call(() => client.identity.resetPassword({ token, password }));
            setDone(true);
          } catch (error) {
            const problem = asProblem(error);
            if (problem?.status !== 410) throw error;
            setDead(problem.detail ?? problem.title);
          }
        }}
      >
        <LightField form={form} name="password" label="New password" help={PASSWORD_HELP}>
          {(control) => <PasswordInput {...control} autoComplete="new-password" />}
        </LightField>
      </LightForm>
    </GateShell>
  );
}
