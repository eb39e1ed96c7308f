import { Dialog } from '@base-ui/react/dialog';
import { Moon, Sun, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, buttonStyle } from './button.tsx';
import { cx } from './cx.ts';
import { backdropStyle } from './dialog.tsx';

/** The sidebar as a drawer on a phone, in a chunk of its own. A press on a link closes it. */
export default function NavDrawer({
  open,
  onOpenChange,
  theme,
  onTheme,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  theme: 'light' | 'dark';
  onTheme: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyle} />
        <Dialog.Popup
          aria-label="Menu"
          className="fixed inset-y-0 left-0 z-40 flex w-76 max-w-[88vw] flex-col bg-surface text-ink shadow-pop outline-none transition-transform duration-150 data-ending-style:-translate-x-full data-starting-style:-translate-x-full"
          onClick={(event) => {
            if ((event.target as Element).closest('a')) onOpenChange(false);
          }}
        >
          <div className="flex items-center justify-between py-1.5 pr-1.5 pl-2">
            <Button
              variant="quiet"
              icon={theme === 'dark' ? <Sun aria-hidden /> : <Moon aria-hidden />}
              onClick={onTheme}
            >
              {theme === 'dark' ? 'Light theme' : 'Dark theme'}
            </Button>
            <Dialog.Close aria-label="Close the menu" className={cx(buttonStyle({ variant: 'quiet', size: 'icon' }))}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
