import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useSending } from './use-sending.tsx';

/**
 * Asks before something that cannot be undone or that leaves the system. The title names the object, the text its effect, the
 * button its verb ("Delete Cedar Ridge", never "OK"). Focus starts on Cancel. A refusal of the server is shown in place.
 */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  effect,
  verb,
  danger = true,
  onConfirm,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  effect: ReactNode;
  verb: string;
  danger?: boolean;
  onConfirm: () => Promise<void> | void;
}) {
  const cancel = useRef<HTMLButtonElement>(null);
  const { busy, refusal, send } = useSending(async () => {
    await onConfirm();
    onOpenChange(false);
  });
  return (
    <Dialog
      alert
      size="sm"
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={effect}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={() => onOpenChange(false)}>
            Cancel
          </Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={send}>
            {verb}
          </Button>
        </>
      }
    >
      {refusal}
    </Dialog>
  );
}
