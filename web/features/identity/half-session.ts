import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { type SessionInfo, sessionQuery } from '../../lib/session.ts';
import { asProblem } from '../../ui/problem.ts';
import { arrivalOf, type Gate, gateHref } from './gate.ts';

/** Lets only those through whose session still needs this; others go where theirs leads, or to the sign-in. */
export async function requireHalf(
  queryClient: QueryClient,
  gate: Pick<Gate, 'slug'>,
  need: NonNullable<SessionInfo['needs']>,
  next: string | undefined,
): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery()).catch((error: unknown) => {
    if (asProblem(error)?.status !== 401) throw error;
    throw redirect({ href: gateHref(gate, 'sign-in', next) });
  });
  if (session.state === 'half' && session.needs === need) return;
  const { href, load } = arrivalOf(session, gate, next);
  throw redirect({ href, reloadDocument: load });
}
