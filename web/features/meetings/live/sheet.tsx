import type { ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';

/** A side of live mode over a phone's screen. */
export default function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} size="lg">
      <div data-scale="touch" className="-mx-5 -mb-5 flex flex-col">
        {children}
      </div>
    </Dialog>
  );
}
