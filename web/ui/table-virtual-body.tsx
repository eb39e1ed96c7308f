// biome-ignore-all lint/a11y/useSemanticElements: grid rows need divs; the table roles are complete and tested with axe
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect } from 'react';
import type { Reveal } from './data-table.tsx';
import { usePhone } from './use-phone.ts';

/** Draws only the rows in sight, in a chunk of its own. Row heights are measured, so notes and folds may differ. */
export default function VirtualBody({
  keys,
  draw,
  scroller,
  reveal,
  twoLine,
}: {
  /** One key an item, top to bottom; a row's key is its id. */
  keys: readonly string[];
  draw: (at: number) => ReactNode;
  scroller: HTMLElement;
  reveal: Reveal;
  twoLine: boolean;
}) {
  const phone = usePhone();
  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller,
    estimateSize: () => (phone ? 72 : twoLine ? 48 : 40),
    getItemKey: (at) => keys[at] ?? at,
    overscan: 8,
  });
  useEffect(() => {
    reveal.current = (id) => {
      const at = keys.indexOf(id);
      if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    };
  }, [keys, reveal, virtual]);

  return (
    <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((place) => (
        <div
          key={place.key}
          role="presentation"
          data-index={place.index}
          ref={virtual.measureElement}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${place.start}px)` }}
        >
          {draw(place.index)}
        </div>
      ))}
    </div>
  );
}
