import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { Kbd } from './kbd.tsx';
import type { Shortcut } from './shortcuts.tsx';

/** Keys of lists, which DataTable handles itself: named here so that the help list is complete where there is one. */
const listKeys = [
  { keys: 'j', label: 'Next row', section: 'Lists' },
  { keys: 'k', label: 'Row before', section: 'Lists' },
  { keys: 'enter', label: 'Open', section: 'Lists' },
  { keys: 'space', label: 'Look at the side', section: 'Lists' },
  { keys: 'x', label: 'Select', section: 'Lists' },
  { keys: '/', label: 'Filter', section: 'Lists' },
  { keys: 'escape', label: 'Close', section: 'Lists' },
] as const;

/** What `?` shows, in a chunk of its own. */
export default function ShortcutList({ shortcuts, onClose }: { shortcuts: readonly Shortcut[]; onClose: () => void }) {
  const [hasList] = useState(() => document.querySelector('[role="table"]') !== null);
  const all = [...shortcuts, ...(hasList ? listKeys : [])];
  const sections = Object.entries(Object.groupBy(all, ({ section }) => section));
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Keyboard shortcuts"
      description="Off while you type. You can switch single keys off in your account."
    >
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {sections.map(([section, items]) => (
          <section key={section}>
            <h3 className="mb-1 font-semibold text-body">{section}</h3>
            <dl>
              {(items ?? []).map(({ keys, label }) => (
                <div key={keys} className="flex min-h-8 items-center justify-between gap-4">
                  <dt className="text-ink-2">{label}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
