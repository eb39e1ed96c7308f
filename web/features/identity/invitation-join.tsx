import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InvitationOffer } from '../../../shared/identity/invitation.ts';
import { client } from '../../lib/api.ts';
import { sessionQuery } from '../../lib/session.ts';
import { signOut } from '../../lib/sign-out.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { CONSOLE_GATE, type Gate, gateHref } from './gate.ts';
import { Refusal } from './refusal.tsx';
import { useArrive } from './use-arrive.ts';
import { useAttempt } from './use-attempt.ts';

type Props = { gate: Gate; offer: InvitationOffer; token: string };

/** For somebody who has a login already: sign in with it, then join. The other memberships stay. */
export function JoinChoice({ gate, offer, token }: Props) {
  const { data: session, isPending } = useQuery(sessionQuery());
  const queryClient = useQueryClient();
  const attempt = useAttempt();
  const arrive = useArrive(gate);
  const here = gateHref(gate, 'invitation');
  // Not this portal's sign-in: the login has no access here before it has joined.
  const signIn = `${gateHref(CONSOLE_GATE, 'sign-in', here)}#${token}`;
  if (isPending) return null;
  if (session?.state === 'full' && session.person.email === offer.email) {
    const join = async () => {
      const joined = await attempt.run(() => client.identity.joinByInvitation({ token }));
      if (joined) arrive(joined, undefined, true);
    };
    return (
      <>
        <Refusal error={attempt.error} />
        <p>
          You are signed in as <strong className="font-medium">{offer.email}</strong>. What you belong to already stays
          as it is; you can switch at any time.
        </p>
        <Button variant="primary" busy={attempt.busy} onClick={() => void join()}>
          Join
        </Button>
      </>
    );
  }
  if (session?.state === 'full') {
    return (
      <>
        <p>
          This invitation is for <strong className="font-medium [overflow-wrap:anywhere]">{offer.email}</strong>, and
          you are signed in as <span className="[overflow-wrap:anywhere]">{session.person.email}</span>.
        </p>
        <Button variant="primary" onClick={() => void signOut(queryClient, signIn)}>
          Sign in as {offer.email}
        </Button>
      </>
    );
  }
  return (
    <>
      <p>
        There is a login for <strong className="font-medium [overflow-wrap:anywhere]">{offer.email}</strong> already.
        Sign in with it to join; no second password is needed. If you do not know its password, choose a new one there.
      </p>
      {/* A target makes it a page load: the sign-in belongs to the console, which is another app than a portal. */}
      <LinkButton variant="primary" href={signIn} target="_self">
        Sign in to join
      </LinkButton>
    </>
  );
}
