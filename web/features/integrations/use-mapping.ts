import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Organisation } from '../../../shared/integrations/organisation.ts';
import { client } from '../../lib/api.ts';
import { counted } from '../../ui/format.ts';
import { asProblem } from '../../ui/problem.ts';
import { refusalWords } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { integrationsKey } from './queries.ts';

/**
 * Maps one tenant. What a connection test writes about the tenant meanwhile raises its version and says nothing about whose
 * it is, so the mapping is then made once more from the version now stored.
 */
async function mapOne({ integrationId, organisationId, v }: Organisation, companyId: string): Promise<unknown> {
  const from = (version: number) =>
    client.integrations.mapCompany({ integrationId, organisationId, v: version, companyId });
  return from(v).catch((error: unknown) => {
    const newest = asProblem(error)?.currentVersion;
    if (newest === undefined) throw error;
    return from(newest);
  });
}

/**
 * Makes mappings one after another and tells how far it is. A refused one does not stop the others; it is named with the
 * server's words. `thenSync` starts the first sync when all is done.
 */
export function useMapping(integrationId: string, onSyncing: () => void) {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<string>();

  const map = async (
    ready: readonly { organisation: Organisation; companyId: string }[],
    thenSync: boolean,
  ): Promise<void> => {
    const refusals: string[] = [];
    const attempt = async (name: string, work: () => Promise<unknown>) => {
      try {
        await work();
      } catch (error) {
        refusals.push(`${name}: ${refusalWords(error)}`);
      }
    };
    for (const [at, { organisation, companyId }] of ready.entries()) {
      setProgress(`Connecting ${at + 1} of ${ready.length}`);
      await attempt(organisation.name, () => mapOne(organisation, companyId));
    }
    const made = ready.length - refusals.length;
    if (thenSync && made > 0) await attempt('First sync', () => client.integrations.syncNow({ integrationId }));
    await queryClient.invalidateQueries({ queryKey: integrationsKey() });
    setProgress(undefined);
    toast(
      refusals.length > 0
        ? { title: `Connected ${made} of ${ready.length}`, detail: refusals.join(' '), tone: 'bad' }
        : { title: `Connected ${counted(made, 'client')}` },
    );
    if (thenSync && refusals.length === 0) onSyncing();
  };
  return { map, progress };
}
