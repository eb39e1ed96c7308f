import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Organisation } from '../../../shared/integrations/organisation.ts';
import { client } from '../../lib/api.ts';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { integrationsKey } from './queries.ts';
import { useRefusal } from './use-change.ts';

const StopFeeding = lazy(() => import('./stop-feeding.tsx'));

/** The menu of a tenant's row, and the dialog that one of its items opens. */
export function useTenantActions(integrationId: string): {
  menu: (row: Organisation) => MenuGroup[];
  dialog: ReactNode;
} {
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
      label: 'Test this tenant',
      onSelect: () => void run(() => client.integrations.test({ integrationId, organisationId }), `Testing ${name}`),
    };
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
    return [{ id: 'test', items: [test] }, ...(row.leaving ? [] : [{ id: 'end', items: [end] }])];
  };
  const dialog = (
    <Suspense>
      {stopping ? <StopFeeding organisation={stopping} onClose={() => setStopping(undefined)} /> : null}
    </Suspense>
  );
  return { menu, dialog };
}
