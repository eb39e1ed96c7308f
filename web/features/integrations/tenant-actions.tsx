import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Integration } from '../../../shared/integrations/integration.ts';
import type { Organisation } from '../../../shared/integrations/organisation.ts';
import { vendorOf } from '../../../shared/integrations/vendors.ts';
import { client } from '../../lib/api.ts';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { integrationsKey } from './queries.ts';
import { useRefusal } from './use-change.ts';

const StopFeeding = lazy(() => import('./stop-feeding.tsx'));

/** The menu of an organisation's row, and the dialog that one of its items opens. */
export function useTenantActions({ integrationId, vendor }: Integration): {
  menu: (row: Organisation) => MenuGroup[];
  dialog: ReactNode;
} {
  const isListed = vendorOf(vendor).organisationsAre === 'listed';
  const queryClient = useQueryClient();
  const refuse = useRefusal();
  const [stopping, setStopping] = useState<Organisation>();
  const run = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      await queryClient.invalidateQueries({ queryKey: integrationsKey() });
      toast({ title: done });
    } catch (error) {
      refuse(error);
    }
  };
  const menu = (row: Organisation): MenuGroup[] => {
    const { organisationId, name, v } = row;
    const test = {
      id: 'test',
      label: isListed ? 'Read the list again' : 'Test this tenant',
      onSelect: () =>
        isListed
          ? void run(() => client.integrations.test({ integrationId }), 'Reading the list')
          : void run(() => client.integrations.test({ integrationId, organisationId }), `Testing ${name}`),
    };
    // What the vendor lists would come back: only what it lists no more can be taken out.
    const ends = !row.leaving && (row.companyId !== undefined || !isListed || row.state === 'trouble');
    const end = row.companyId
      ? { id: 'stop', label: `Stop feeding ${row.companyName}`, danger: true, onSelect: () => setStopping(row) }
      : {
          id: 'remove',
          label: 'Take out of the list',
          danger: true,
          onSelect: () =>
            void run(
              () => client.integrations.removeOrganisation({ integrationId, organisationId, v }),
              `${name} taken out of the list`,
            ),
        };
    return [{ id: 'test', items: [test] }, ...(ends ? [{ id: 'end', items: [end] }] : [])];
  };
  const dialog = (
    <Suspense>
      {stopping ? <StopFeeding organisation={stopping} onClose={() => setStopping(undefined)} /> : null}
    </Suspense>
  );
  return { menu, dialog };
}
