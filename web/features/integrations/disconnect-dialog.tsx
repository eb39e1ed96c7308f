import type { Integration } from '../../../shared/integrations/integration.ts';
import { client } from '../../lib/api.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { counted } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { useChange } from './use-change.ts';

/** Asks before an integration ends and takes with it what it brought. Loads on first use. */
export default function DisconnectDialog({
  integration: { integrationId, name, mapped },
  onClose,
  onGone,
}: {
  integration: Integration;
  onClose: () => void;
  onGone: () => void;
}) {
  const change = useChange(integrationId);
  const clients =
    mapped === 0 ? 'No client is fed by it.' : `What it brought for ${counted(mapped, 'client')} is removed,`;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Disconnect ${name} and purge its data?`}
      effect={`The client secret is destroyed at once. ${clients} ${mapped === 0 ? '' : 'the status you gave to controls too, and their findings are closed. '}Planner items, budgets and finished reports stay. This cannot be undone.`}
      verb={`Disconnect ${name}`}
      onConfirm={async () => {
        await change((v) => client.integrations.disconnect({ integrationId, v }));
        toast({ title: `${name} disconnected`, detail: 'What it brought is being removed.' });
        onGone();
      }}
    />
  );
}
