import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';

/** A question above the decision bar: the item stays in sight. Takes the focus, and gives it back; Escape closes it. */
export function Panel({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    panel.current?.querySelector<HTMLElement>('[data-first], textarea, input, select')?.focus();
    return () => {
      if (from instanceof HTMLElement) from.focus();
    };
  }, []);
  return (
    <section
      ref={panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      className="max-h-[60dvh] overflow-y-auto border-line border-t bg-surface px-10 py-4 max-lg:px-gutter"
    >
      <div className="mx-auto flex max-w-260 flex-col gap-3">
        <header className="flex items-center justify-between gap-3">
          <h2 className="font-semibold text-15">{title}</h2>
          <IconButton label="Close (Esc)" icon={<X />} onClick={onClose} className="-my-2 -mr-2" />
        </header>
        {children}
      </div>
    </section>
  );
}
