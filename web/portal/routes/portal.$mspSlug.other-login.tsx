import { useQueryClient } from '@tanstack/react-query';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { gateHref } from '../../features/identity/gate.ts';
import { OtherLogin } from '../../features/portal/other-login.tsx';
import { sessionQuery, useSession } from '../../lib/session.ts';
import { signOut } from '../../lib/sign-out.ts';

/** Where those end up who are signed in, but not as a client of this MSP. */
export const Route = createFileRoute('/portal/$mspSlug/other-login')({
  beforeLoad: async ({ context: { queryClient }, params }) => {
    const { actor, msp } = await queryClient.ensureQueryData(sessionQuery());
    if (actor.kind === 'client' && msp.slug === params.mspSlug) throw redirect({ to: '/portal/$mspSlug', params });
  },
  component: Elsewhere,
});

function Elsewhere() {
  const { mspSlug: slug } = Route.useParams();
  const queryClient = useQueryClient();
  return (
    <OtherLogin session={useSession()} onSignOut={() => void signOut(queryClient, gateHref({ slug }, 'sign-in'))} />
  );
}
