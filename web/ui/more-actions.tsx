import { Ellipsis } from 'lucide-react';
import { MenuButton, type MenuGroup } from './menu-button.tsx';

/** The three dots in the head of a record's page; nothing where nothing more can be done. */
export function MoreActions({ groups }: { groups: readonly MenuGroup[] }) {
  if (groups.every(({ items }) => items.length === 0)) return null;
  return (
    <MenuButton label="More actions" groups={groups} className="max-sm:flex-none!">
      <Ellipsis aria-hidden />
    </MenuButton>
  );
}
