import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../../lib/session.ts';
import { BarePage } from '../../ui/bare-page.tsx';
import { asProblem } from '../../ui/problem.ts';
import { PortalFrame } from '../frame.tsx';
import { LoadError } from '../route-states.tsx';

const SIGNED_OUT = 401;

/** Everything of the portal behind the sign-in: a client's session at this MSP is there before any page asks for data. */
export const Route = createFileRoute('/portal/$mspSlug/_app')({
  beforeLoad: async ({ context: { queryClient }, params, location }) => {
    const { mspSlug } = params;
    const search = location.pathname === `/portal/${mspSlug}` ? {} : { next: location.href };
    const session = await queryClient.ensureQueryData(sessionQuery()).catch((error: unknown) => {
      if (asProblem(error)?.status !== SIGNED_OUT) throw error;
      throw redirect({ to: '/portal/$mspSlug/sign-in', params, search });
    });
    if (session.state === 'half') {
      const enrol = session.needs === 'enrolment';
      throw redirect({
        to: enrol ? '/portal/$mspSlug/set-up-second-factor' : '/portal/$mspSlug/second-factor',
        params,
        search,
      });
    }
    if (session.actor.kind !== 'client' || session.msp.slug !== mspSlug) {
      throw redirect({ to: '/portal/$mspSlug/other-login', params });
    }
  },
  errorComponent: (failed) => (
    <BarePage>
      <LoadError {...failed} />
    </BarePage>
  ),
  component: Portal,
});

function Portal() {
  return (
    <PortalFrame slug={Route.useParams().mspSlug}>
      <Outlet />
    </PortalFrame>
  );
}
