import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../../lib/api.ts';
import { sessionQuery } from '../../lib/session.ts';
import { safeNext } from './gate.ts';
import { onSessionOver, touchWhileActive } from './session-life.ts';

/**
 * Stands inside the frame of each app: keeps the session alive while the person is active, and leaves for the sign-in as
 * soon as anything answers that the session is over. The page load drops everything that was in memory.
 */
export function SessionWatch({ signInHref }: { signInHref: string }) {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onSessionOver(queryClient, () => {
        const { pathname, search, hash } = window.location;
        const next = safeNext(pathname + search + hash);
        queryClient.clear();
        window.location.replace(next ? `${signInHref}?${new URLSearchParams({ next })}` : signInHref);
      }),
    [queryClient, signInHref],
  );
  useEffect(
    () =>
      touchWhileActive(window, async () => {
        const times = await client.identity.touchSession(undefined);
        queryClient.setQueryData(sessionQuery().queryKey, (session) => session && { ...session, ...times });
      }),
    [queryClient],
  );
  return null;
}
