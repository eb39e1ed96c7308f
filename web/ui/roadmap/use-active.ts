import { type FocusEvent, type PointerEvent, useState } from 'react';

/** While a piece of work is pointed at or has the focus, it shows what can be done with it; an open menu of its keeps that. */
export function useActive() {
  const [active, setActive] = useState(false);
  const leave = (element: Element) => {
    if (!element.querySelector('[aria-expanded="true"]')) setActive(false);
  };
  const handlers = {
    onPointerEnter: () => setActive(true),
    onPointerLeave: ({ currentTarget }: PointerEvent) => leave(currentTarget),
    onFocus: () => setActive(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) leave(currentTarget);
    },
  };
  return { active, handlers };
}
