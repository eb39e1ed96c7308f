import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { Dialog } from './dialog.tsx';
import { asProblem } from './problem.ts';

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
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const confirm = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch (error) {
      const problem = asProblem(error);
      setRefusal(problem ? (problem.detail ?? problem.title) : 'The server did not answer. Try again in a moment.');
      if (!problem && !(error instanceof TypeError)) reportError(error);
    } finally {
      setBusy(false);
    }
  };
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
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={confirm}>
            {verb}
          </Button>
        </>
      }
    >
      {refusal ? (
        <div role="alert">
          <Callout tone="bad" title={refusal} />
        </div>
      ) : null}
    </Dialog>
  );
}
