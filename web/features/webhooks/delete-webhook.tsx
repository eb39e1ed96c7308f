import type { Webhook } from '../../../shared/webhooks/webhook.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Asks before a webhook is deleted: its secret and its log go with it. Loads on first use. */
export default function DeleteWebhookDialog({
  webhook,
  onConfirm,
  onClose,
}: {
  webhook: Webhook;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}) {
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${webhook.name}`}
      effect="Its address is told nothing any more, and its log and signing secret go with it. To pause it, switch it off instead."
      verb="Delete"
      onConfirm={onConfirm}
    />
  );
}
