import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { LoadError } from '../../lib/route-states.tsx';
import { sessionQuery } from '../../lib/session.ts';
import { BarePage } from '../../ui/bare-page.tsx';
import { asProblem } from '../../ui/problem.ts';
import { ConsoleFrame } from '../frame.tsx';
import { ConsoleActions } from '../record-actions.tsx';

/** Everything behind the sign-in: the session is there before any page asks for data. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery()).catch((error: unknown) => {
      if (asProblem(error)?.status !== 401) throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    });
    if (session.state === 'half') {
      throw redirect({
        to: session.needs === 'enrolment' ? '/set-up-second-factor' : '/second-factor',
        search: { next: location.href },
      });
    }
    if (session.actor.kind === 'client') throw redirect({ href: `/portal/${session.msp.slug}`, reloadDocument: true });
    return { session };
  },
  errorComponent: (failed) => (
    <BarePage>
      <LoadError {...failed} />
    </BarePage>
  ),
  component: () => (
    <ConsoleFrame>
      <ConsoleActions>
        <Outlet />
      </ConsoleActions>
    </ConsoleFrame>
  ),
});
