import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { createPortal } from 'react-dom';

/** Where the frame keeps a strip for the page in it, and how a page asks for that strip. */
export interface BarSlot {
  element: HTMLElement | null;
  want: (wanted: boolean) => void;
}

const BarContext = createContext<BarSlot>({ element: null, want: () => undefined });

/** The frame's side: hands the strip down to the pages. */
export function BarProvider({ slot, children }: { slot: BarSlot; children: ReactNode }) {
  return <BarContext value={slot}>{children}</BarContext>;
}

/** A page's side: what stands in the strip at the foot of the screen as long as the page is there. */
export function PageBar({ children }: { children: ReactNode }) {
  const { element, want } = useContext(BarContext);
  useEffect(() => {
    want(true);
    return () => want(false);
  }, [want]);
  return element ? createPortal(children, element) : null;
}
