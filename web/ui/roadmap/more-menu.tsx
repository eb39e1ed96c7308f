import { Ellipsis } from 'lucide-react';
import { cx } from '../cx.ts';
import { MenuButton, type MenuItem } from '../menu-button.tsx';

/** What else can be done with a piece of work, beside its move menu. */
export function MoreMenu({
  title,
  items,
  large = false,
}: {
  title: string;
  items: readonly MenuItem[];
  /** Finger size. */
  large?: boolean;
}) {
  if (items.length === 0) return null;
  return (
    <MenuButton
      bare
      label={`Actions for ${title}`}
      groups={[{ id: 'more', items }]}
      className={cx(
        'no-print grid shrink-0 place-items-center rounded-control text-ink-2 hover:bg-hover [&_svg]:size-4',
        large ? 'size-11' : 'size-6',
      )}
    >
      <Ellipsis aria-hidden />
    </MenuButton>
  );
}
