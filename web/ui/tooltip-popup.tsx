import { Tooltip } from '@base-ui/react/tooltip';
import type { Anchor } from './tooltip.tsx';

/** The popup of Tooltip, in a chunk of its own. */
export default function TooltipPopup({ text, anchor }: { text: string; anchor: Anchor }) {
  return (
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} className="z-60">
          <Tooltip.Popup className="max-w-64 rounded-control bg-ink px-2 py-1 text-12 text-surface shadow-pop">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
