import { Ellipsis } from 'lucide-react';
import { MenuButton, type MenuGroup } from './menu-button.tsx';

/** The three dots in the head of a record's page, or at the end of a row; nothing where nothing more can be done. */
export function MoreActions({
  groups,
  label = 'More actions',
}: {
  groups: readonly MenuGroup[];
  /** Names the row or record, where a page has several. */
  label?: string;
}) {
  if (groups.every(({ items }) => items.length === 0)) return null;
  return (
    <MenuButton label={label} groups={groups} className="max-sm:flex-none!">
      <Ellipsis aria-hidden />
    </MenuButton>
  );
}
