import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { counted } from '../../../ui/format.ts';
import type { Live } from './use-live.ts';

/** Asks before a meeting ends: it does not begin again. */
export default function EndDialog({ live, onClose }: { live: Live; onClose: () => void }) {
  const { items } = live.meeting;
  const left = items.filter(({ said }) => !said).length;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="End this meeting"
      effect={`${left === 0 ? 'All items were reached.' : `${left} of ${counted(items.length, 'item')} ${left === 1 ? 'has' : 'have'} no word yet.`} The minutes are drafted and can still be changed; nothing is sent yet. The meeting does not begin again.`}
      verb="End meeting"
      danger={false}
      onConfirm={live.end}
    />
  );
}
