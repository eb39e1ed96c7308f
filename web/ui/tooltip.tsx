import { cloneElement, lazy, type ReactElement, type RefObject, Suspense, useEffect, useRef, useState } from 'react';

const TooltipPopup = lazy(() => import('./tooltip-popup.tsx'));

type TriggerProps = {
  onPointerEnter?: (event: React.PointerEvent) => void;
  onPointerLeave?: (event: React.PointerEvent) => void;
  onFocus?: (event: React.FocusEvent) => void;
  onBlur?: (event: React.FocusEvent) => void;
  onPointerDown?: (event: React.PointerEvent) => void;
  onKeyDown?: (event: React.KeyboardEvent) => void;
};

/**
 * A short name or hint on hover and keyboard focus. It adds no information that is not also in the control's own label,
 * so nothing is lost on touch. The popup code loads on first use.
 */
export function Tooltip({ text, children }: { text: string; children: ReactElement<TriggerProps> }) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const openAfter = (element: Element, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(element), delay);
  };
  const close = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  const own = children.props;
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: (event: React.PointerEvent) => {
          own.onPointerEnter?.(event);
          if (event.pointerType === 'mouse') openAfter(event.currentTarget, 500);
        },
        onPointerLeave: (event: React.PointerEvent) => {
          own.onPointerLeave?.(event);
          close();
        },
        onFocus: (event: React.FocusEvent) => {
          own.onFocus?.(event);
          if (event.currentTarget.matches(':focus-visible')) openAfter(event.currentTarget, 300);
        },
        onBlur: (event: React.FocusEvent) => {
          own.onBlur?.(event);
          close();
        },
        onPointerDown: (event: React.PointerEvent) => {
          own.onPointerDown?.(event);
          close();
        },
        onKeyDown: (event: React.KeyboardEvent) => {
          own.onKeyDown?.(event);
          if (event.key === 'Escape') close();
        },
      })}
      {anchor ? (
        <Suspense>
          <TooltipPopup text={text} anchor={anchor} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Where a popup hangs: an element, or a ref to one. */
export type Anchor = Element | RefObject<Element | null>;
