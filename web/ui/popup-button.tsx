import { type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';

/** What every lazily loaded popup takes: whether it is open, and the button it hangs from and gives focus back to. */
export type PopupProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  anchor: RefObject<HTMLButtonElement | null>;
};

/**
 * A button that opens a popup whose code loads on the first press, so no overlay code is in the first chunk. `popup` renders
 * a React.lazy component with the given props; it stays mounted once opened, for the closing motion.
 */
export function PopupButton({
  label,
  kind = 'dialog',
  className,
  popup,
  children,
}: {
  label?: string;
  kind?: 'dialog' | 'menu' | 'listbox';
  className?: string;
  popup: (props: PopupProps) => ReactNode;
  children: ReactNode;
}) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const wasOpen = useRef(false);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={label}
        aria-haspopup={kind}
        aria-expanded={open}
        className={className}
        onPointerDown={(event) => {
          event.stopPropagation();
          wasOpen.current = open;
        }}
        onClick={(event) => {
          event.stopPropagation();
          setUsed(true);
          // A press outside closes the popup first: without this the same press would open it again.
          setOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
        onKeyDown={(event) => {
          if (kind === 'menu' && event.key === 'ArrowDown' && !open) {
            event.preventDefault();
            event.stopPropagation();
            setUsed(true);
            setOpen(true);
          }
        }}
      >
        {children}
      </button>
      {used ? <Suspense>{popup({ open, onOpenChange: setOpen, anchor })}</Suspense> : null}
    </>
  );
}
