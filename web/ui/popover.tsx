import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import type { PopupProps } from './popup-button.tsx';
import { popupStyle } from './popup-style.ts';

/** A panel that hangs from a PopupButton. Load it with React.lazy; put anything inside. */
export default function Popover({
  open,
  onOpenChange,
  anchor,
  label,
  align = 'start',
  className,
  children,
}: PopupProps & { label: string; align?: 'start' | 'end'; className?: string; children: ReactNode }) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} align={align} sideOffset={6} className="z-50">
          <Base.Popup
            aria-label={label}
            finalFocus={anchor}
            className={cx(popupStyle, 'w-80 max-w-[calc(100vw-1rem)] p-3.5', className)}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
