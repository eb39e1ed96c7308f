import type { QueryClient } from '@tanstack/react-query';
import { type ParsedLocation, redirect } from '@tanstack/react-router';
import { type SessionInfo, sessionQuery } from '../lib/session.ts';
import { asProblem } from '../ui/problem.ts';

/** For `beforeLoad` of everything behind the sign-in: the session is there before any page asks for data. */
export async function behindSignIn({
  context: { queryClient },
  location,
}: {
  context: { queryClient: QueryClient };
  location: ParsedLocation;
}): Promise<{ session: SessionInfo }> {
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
}
