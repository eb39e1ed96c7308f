import { lazy, type ReactNode } from 'react';
import { buttonStyle } from './button.tsx';
import { cx } from './cx.ts';
import { PopupButton } from './popup-button.tsx';

const MenuPopup = lazy(() => import('./menu.tsx'));

export type MenuItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** A second line or a key, in grey. */
  detail?: string;
  shortcut?: string;
  /** Either goes somewhere or does something. */
  href?: string;
  onSelect?: () => void;
  danger?: boolean;
  /** Shows a tick: a choice among the items of its group. */
  checked?: boolean;
};

/** Items of a menu, in groups with a line between; a group may have a name. */
export type MenuGroup = { id: string; label?: string; items: readonly MenuItem[] };

/** A button with a menu of actions; the menu's code loads on first use. */
export function MenuButton({
  label,
  groups,
  align = 'end',
  bare,
  className,
  children,
}: {
  /** Names the button when `children` is only an icon. */
  label?: string;
  groups: readonly MenuGroup[];
  align?: 'start' | 'end';
  /** Leaves the button's own look to `className`. */
  bare?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <PopupButton
      kind="menu"
      label={label}
      className={bare ? className : cx(buttonStyle({ variant: 'quiet', size: label ? 'icon' : 'md' }), className)}
      popup={(popup) => <MenuPopup {...popup} groups={groups} align={align} />}
    >
      {children}
    </PopupButton>
  );
}
