import type { Invitation } from '../../../shared/identity/invitation.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Asks before an invitation is revoked: its link is void for good. Loads on first use. */
export default function RevokeDialog({
  invitation,
  onConfirm,
  onClose,
}: {
  invitation: Invitation;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}) {
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Revoke the invitation of ${invitation.email}`}
      effect="The link in the mail stops working at once. You can invite this person anew at any time."
      verb="Revoke"
      onConfirm={onConfirm}
    />
  );
}
