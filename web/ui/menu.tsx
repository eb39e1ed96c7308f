import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';
import { Link } from './link.tsx';
import type { MenuGroup, MenuItem } from './menu-button.tsx';
import type { PopupProps } from './popup-button.tsx';
import { popupItemStyle, popupStyle } from './popup-style.ts';

function ItemFace({ item }: { item: MenuItem }) {
  return (
    <>
      {item.icon}
      <span className="flex min-w-0 flex-1 flex-col py-1">
        {item.label}
        {item.detail ? <span className="text-ink-3 text-meta">{item.detail}</span> : null}
      </span>
      {item.checked ? <Check aria-label="chosen" className="text-accent" /> : null}
      {item.shortcut ? <Kbd keys={item.shortcut} /> : null}
    </>
  );
}

/** The open menu of MenuButton, in a chunk of its own. */
export default function MenuPopup({
  open,
  onOpenChange,
  anchor,
  groups,
  align,
}: PopupProps & { groups: readonly MenuGroup[]; align: 'start' | 'end' }) {
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align={align} sideOffset={4} className="z-50 outline-none">
          <Menu.Popup finalFocus={anchor} className={cx(popupStyle, 'min-w-44 max-w-80 divide-y divide-line')}>
            {groups
              .filter((group) => group.items.length > 0)
              .map((group) => (
                <Menu.Group key={group.id} className="p-1">
                  {group.label ? (
                    <Menu.GroupLabel className="px-2 py-1 text-ink-3 text-meta">{group.label}</Menu.GroupLabel>
                  ) : null}
                  {group.items.map((item) => {
                    const face = cx(popupItemStyle, item.danger ? 'text-bad' : '[&_svg]:text-ink-2');
                    if (item.href !== undefined) {
                      return (
                        <Menu.LinkItem
                          key={item.id}
                          closeOnClick
                          className={face}
                          render={<Link href={item.href} />}
                          onClick={(event) => event.stopPropagation()}
                        >
                          <ItemFace item={item} />
                        </Menu.LinkItem>
                      );
                    }
                    return (
                      <Menu.Item
                        key={item.id}
                        className={face}
                        onClick={(event) => {
                          event.stopPropagation();
                          item.onSelect?.();
                        }}
                      >
                        <ItemFace item={item} />
                      </Menu.Item>
                    );
                  })}
                </Menu.Group>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
