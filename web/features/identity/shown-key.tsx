import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DocsLink, ShownOnce } from '../../ui/shown-once.tsx';

/** A key's secret, this once, with a command that tries it. */
export function ShownKey({ title, secret, onClose }: { title: string; secret: string; onClose: () => void }) {
  const done = (
    <Button variant="primary" onClick={onClose}>
      Done
    </Button>
  );
  return (
    <Dialog open alert onOpenChange={(open) => !open && onClose()} title={title} footer={done}>
      <ShownOnce label="API key" secret={secret}>
        <div className="flex flex-col gap-1">
          <p className="text-ink-3 text-meta">To try it</p>
          <CopyField
            label="Command"
            value={`curl -H "Authorization: Bearer ${secret}" "${window.location.origin}/api/companies?limit=5"`}
          />
          <p className="text-meta">
            <DocsLink part="guide">How to use the API</DocsLink>
          </p>
        </div>
      </ShownOnce>
    </Dialog>
  );
}
