import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type SessionInfo, sessionQuery } from '../../lib/session.ts';
import { arrivalOf, type Gate } from './gate.ts';

/**
 * Puts a session that the API has just answered with into the cache and goes where it leads. What somebody else left in
 * memory is dropped; another app, or another membership (`afresh`), starts with a page load.
 */
export function useArrive(gate: Gate): (session: SessionInfo, next?: string, afresh?: boolean) => void {
  const queryClient = useQueryClient();
  const { history } = useRouter();
  return (session, next, afresh) => {
    const { href, load } = arrivalOf(session, gate, next);
    // A link's token stands behind '#', which no server sees; it goes along until the invitation is opened.
    const address = next ? href + window.location.hash : href;
    if (load || afresh) return window.location.assign(address);
    const { queryKey } = sessionQuery();
    const before = queryClient.getQueryData(queryKey);
    if (before && before.actor.userId !== session.actor.userId) queryClient.clear();
    queryClient.setQueryData(queryKey, session);
    history.replace(address);
  };
}
