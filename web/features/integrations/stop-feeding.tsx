import { useQueryClient } from '@tanstack/react-query';
import type { Organisation } from '../../../shared/integrations/organisation.ts';
import { client } from '../../lib/api.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { integrationsKey } from './queries.ts';

/** Asks before a mapping ends, since what was synced goes with it. Loads on first use. */
export default function StopFeeding({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { integrationId, organisationId, name, companyName = 'the client', v } = organisation;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Stop feeding ${companyName} from ${name}?`}
      effect={`Everything that was synced for ${companyName} is removed, what you decided about it too, and its findings are closed. Planner items and budgets stay. ${name} stays in the list and can be connected again.`}
      verb={`Stop feeding ${companyName}`}
      onConfirm={async () => {
        await client.integrations.unmapCompany({ integrationId, organisationId, v });
        await queryClient.invalidateQueries({ queryKey: integrationsKey() });
        toast({ title: `${companyName} is no longer fed`, detail: 'What was synced is being removed.' });
      }}
    />
  );
}
