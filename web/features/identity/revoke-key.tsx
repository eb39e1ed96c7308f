import type { ApiKey } from '../../../shared/identity/api-key.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Asks before a key is revoked: whatever uses it stands still at once, for good. Loads on first use. */
export default function RevokeKeyDialog({
  apiKey,
  onConfirm,
  onClose,
}: {
  apiKey: ApiKey;
  onConfirm: (apiKey: ApiKey) => Promise<void>;
  onClose: () => void;
}) {
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Revoke ${apiKey.name}`}
      effect="Its next request is refused, and nothing brings it back. Whatever uses it needs another key."
      verb="Revoke"
      onConfirm={() => onConfirm(apiKey)}
    />
  );
}
