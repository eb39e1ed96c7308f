import { useState } from 'react';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { asProblem } from '../../ui/problem.ts';
import { DeadLink } from './forgot-password-page.tsx';
import { type Gate, homeOf } from './gate.ts';
import { GateShell } from './gate-shell.tsx';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

const INCOMPLETE =
  'The link is not complete. Open it from the mail again, or send yourself a new one from your account page.';

/**
 * Confirms the address of a login by a mailed link, signed in or not. It takes a press: programs that look through mails open
 * links too, and a stranger may have signed up with the address.
 */
export function ConfirmPage({ gate, token }: { gate: Gate; token: string }) {
  const attempt = useAttempt();
  const [done, setDone] = useState(false);
  const problem = asProblem(attempt.error);
  const complete = token.length >= 20 && problem?.status !== 400;

  if (!complete || problem?.status === 410) {
    const words = complete ? (problem?.detail ?? INCOMPLETE) : INCOMPLETE;
    const action = { label: 'Go to your account', href: '/account' };
    return <DeadLink gate={gate} title="This link no longer works" words={words} action={action} />;
  }
  if (done) {
    return (
      <GateShell gate={gate} title="Your address is confirmed">
        <p role="status">
          Whoever chooses a new password for your login by mail still needs your second factor to sign in.
        </p>
        <LinkButton variant="primary" href={homeOf(gate)}>
          Go on
        </LinkButton>
      </GateShell>
    );
  }
  const confirm = async () => {
    if (await attempt.run(() => client.identity.confirmAddress({ token }))) setDone(true);
  };
  return (
    <GateShell gate={gate} title="Confirm your address" lead="It shows that mails about your login reach you.">
      <Refusal error={attempt.error} />
      <p>
        Confirm only if you signed up for Fairlead yourself. If somebody else did so with your address, close this page.
      </p>
      <Button variant="primary" busy={attempt.busy} onClick={() => void confirm()}>
        Confirm
      </Button>
    </GateShell>
  );
}
