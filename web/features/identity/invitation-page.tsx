import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationOffer } from '../../../shared/identity/invitation.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { asProblem } from '../../ui/problem.ts';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { DeadLink } from './forgot-password-page.tsx';
import type { Gate } from './gate.ts';
import { GateShell } from './gate-shell.tsx';
import { AcceptForm } from './invitation-accept.tsx';
import { JoinChoice } from './invitation-join.tsx';
import { offerQuery } from './queries.ts';
import { Refusal } from './refusal.tsx';
import { roleWord } from './text.ts';
import { useAttempt } from './use-attempt.ts';

const INCOMPLETE = 'The link is not complete. Open it from the mail again, or ask for a new invitation.';

/** What a mailed invitation leads to: accept it with a new login, join with the one there is, or ask for another link. */
export function InvitationPage({ gate, token }: { gate: Gate; token: string }) {
  const complete = token.length >= 20;
  const { data: offer, error, refetch } = useQuery({ ...offerQuery(token), enabled: complete });
  const problem = asProblem(error);
  if (!complete || problem?.status === 410 || problem?.status === 400) {
    const words = complete && problem?.status === 410 ? (problem.detail ?? problem.title) : INCOMPLETE;
    return <DeadLink gate={gate} title="This link no longer works" words={words} />;
  }
  if (!offer) {
    return (
      <GateShell gate={gate} title="Invitation">
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <CardSkeleton label="Opening the invitation" rows={5} bare />
        )}
      </GateShell>
    );
  }
  const shown = { ...gate, name: offer.mspName };
  if (offer.state === 'expired') return <AskAgain gate={shown} offer={offer} token={token} />;
  return (
    <GateShell gate={shown} title={`Join ${offer.companyName ?? offer.mspName}`} lead={<Lead offer={offer} />}>
      {offer.hasLogin ? (
        <JoinChoice gate={shown} offer={offer} token={token} />
      ) : (
        <AcceptForm gate={shown} offer={offer} token={token} />
      )}
    </GateShell>
  );
}

function Lead({ offer }: { offer: InvitationOffer }) {
  const role = roleWord(offer.kind, offer.role);
  const where = offer.kind === 'staff' ? `${offer.mspName} on Fairlead` : `the client portal of ${offer.mspName}`;
  return (
    <>
      You are invited to {where} as <strong className="font-medium text-ink">{role}</strong>.
    </>
  );
}

function AskAgain({ gate, offer, token }: { gate: Gate; offer: InvitationOffer; token: string }) {
  const attempt = useAttempt();
  const [asked, setAsked] = useState(false);
  const ask = async () => {
    if (await attempt.run(() => client.identity.askInvitationAgain({ token }))) setAsked(true);
  };
  return (
    <GateShell gate={gate} title="This invitation has expired" lead="An invitation works for 7 days.">
      <Refusal error={attempt.error} />
      {asked ? (
        <p role="status">
          {offer.mspName} knows that you would like a new link. It comes by mail to{' '}
          <span className="[overflow-wrap:anywhere]">{offer.email}</span> once somebody there has sent it.
        </p>
      ) : (
        <Button variant="primary" busy={attempt.busy} onClick={() => void ask()}>
          Ask for a new link
        </Button>
      )}
    </GateShell>
  );
}
