import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { buttonStyle } from './button.tsx';
import { cx } from './cx.ts';

const widths = { sm: 'sm:max-w-100', md: 'sm:max-w-120', lg: 'sm:max-w-180' } as const;

export const backdropStyle =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0';

/**
 * A dialog over the page: for a short task that needs an answer. Load it with React.lazy. On a phone it is a sheet from
 * below. `footer` holds the buttons: cancel first, the one that acts last.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  size = 'md',
  initialFocus,
  alert,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  footer?: ReactNode;
  size?: keyof typeof widths;
  initialFocus?: RefObject<HTMLElement | null>;
  /** Does not close on a press outside, and is announced as an alert. */
  alert?: boolean;
  children?: ReactNode;
}) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        if (alert && details.reason === 'outside-press') return;
        onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-start sm:p-6 sm:pt-[10vh]">
          <Base.Popup
            {...(alert ? { role: 'alertdialog' } : {})}
            initialFocus={initialFocus}
            className={cx(
              'flex max-h-[88dvh] w-full flex-col overflow-hidden rounded-t-dialog bg-surface text-ink shadow-pop outline-none transition-[opacity,translate] duration-150 data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 sm:rounded-dialog',
              widths[size],
            )}
          >
            <header className="flex items-start gap-3 px-5 pt-4">
              <Base.Title className="min-w-0 flex-1 pt-1 font-semibold text-15">{title}</Base.Title>
              <Base.Close aria-label="Close" className={cx(buttonStyle({ variant: 'quiet', size: 'icon' }), '-mr-2')}>
                <X aria-hidden />
              </Base.Close>
            </header>
            <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5">
              {description ? <Base.Description className="text-body text-ink-2">{description}</Base.Description> : null}
              {children}
            </div>
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-sm:*:flex-1">
                {footer}
              </footer>
            ) : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
