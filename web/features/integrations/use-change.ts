import { useQueryClient } from '@tanstack/react-query';
import type { Integration } from '../../../shared/integrations/integration.ts';
import { asProblem } from '../../ui/problem.ts';
import { tell } from '../../ui/tell.ts';
import { integrationQuery, integrationsKey } from './queries.ts';

const CHANGED = 409;

/**
 * Sends a change of an integration at the version shown now. Syncs and tests raise the version too, so a refusal for the
 * version is answered by one more try at the newest, unless `conflicts` finds that a person changed the same thing.
 */
export function useChange(integrationId: string) {
  const queryClient = useQueryClient();
  const query = integrationQuery(integrationId);
  const newest = () => queryClient.fetchQuery({ ...query, staleTime: 0 });
  return async <T>(
    work: (v: number) => Promise<T>,
    conflicts: (now: Integration) => boolean = () => false,
  ): Promise<T> => {
    try {
      const known = queryClient.getQueryData(query.queryKey) ?? (await newest());
      return await work(known.v).catch(async (error: unknown) => {
        if (asProblem(error)?.status !== CHANGED) throw error;
        const now = await newest();
        if (conflicts(now)) throw error;
        return work(now.v);
      });
    } finally {
      await queryClient.invalidateQueries({ queryKey: integrationsKey() });
    }
  };
}

/** A refusal as a toast in the server's words; what is shown is asked for anew, since it may be what is out of date. */
export function useRefusal() {
  const queryClient = useQueryClient();
  return (error: unknown) => {
    tell(error);
    void queryClient.invalidateQueries({ queryKey: integrationsKey() });
  };
}
