import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DocsLink, ShownOnce } from '../../ui/shown-once.tsx';

/** A signing secret, this once, and where it belongs. */
export function ShownSigningSecret({ title, secret, onClose }: { title: string; secret: string; onClose: () => void }) {
  const done = (
    <Button variant="primary" onClick={onClose}>
      Done
    </Button>
  );
  return (
    <Dialog open alert onOpenChange={(open) => !open && onClose()} title={title} footer={done}>
      <ShownOnce label="Signing secret" secret={secret}>
        <p className="text-ink-2">
          With it your side checks that a call is ours and unaltered:{' '}
          <DocsLink part="guide-webhook">how, in ten lines</DocsLink>.
        </p>
      </ShownOnce>
    </Dialog>
  );
}
