import { Ellipsis, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { formatNumber } from './format.ts';
import { useLocale } from './locale.tsx';
import { MenuButton, type MenuGroup } from './menu-button.tsx';

export type BulkAction = { id: string; label: string; icon?: ReactNode; onSelect: () => void };

const face =
  'inline-flex h-8 max-sm:h-11 shrink-0 items-center gap-1.5 rounded-control font-medium text-control [&_svg]:size-4';
const onInk = 'hover:bg-surface/15 focus-visible:outline-surface';

/** What can be done with the ticked rows: one primary, some more, a menu, and the way out. Loaded with the first tick. */
export default function BulkBar({
  count,
  matching,
  onSelectMatching,
  actions,
  more = [],
  onClear,
}: {
  count: number;
  /** Rows that match on the server, when more than are ticked; offered as "Select all 2,694 matching". */
  matching?: number | 'uncounted';
  onSelectMatching?: () => void;
  /** The first is the primary one. */
  actions: readonly BulkAction[];
  more?: readonly MenuGroup[];
  onClear: () => void;
}) {
  const { locale } = useLocale();
  const isMore = matching === 'uncounted' || (matching !== undefined && matching > count);
  const offer = isMore && onSelectMatching;
  const all =
    matching === 'uncounted' ? 'Select all matching' : `Select all ${formatNumber(matching ?? 0, locale)} matching`;
  const groups: MenuGroup[] = [
    { id: 'matching', items: offer ? [{ id: 'matching', label: all, onSelect: onSelectMatching }] : [] },
    { id: 'rest', items: actions.slice(2).map((action) => ({ ...action })) },
    ...more,
  ].filter(({ items }) => items.length > 0);
  return (
    <div
      role="toolbar"
      aria-label="Actions for the selected rows"
      className="flex max-w-full items-center gap-1 overflow-x-auto rounded-card bg-ink p-1.5 text-surface max-sm:w-full"
    >
      <span role="status" className="num shrink-0 px-2 font-medium text-control">
        {formatNumber(count, locale)} selected
      </span>
      {offer ? (
        <button type="button" className={cx(face, onInk, 'px-2.5 underline max-sm:hidden')} onClick={onSelectMatching}>
          {all}
        </button>
      ) : null}
      {actions.slice(0, 2).map((action, at) => (
        <button
          key={action.id}
          type="button"
          onClick={action.onSelect}
          className={cx(
            face,
            'px-2.5',
            at === 0
              ? 'bg-surface text-ink hover:bg-hover focus-visible:outline-offset-[-3px] focus-visible:outline-accent'
              : cx(onInk, 'max-sm:hidden'),
          )}
        >
          {action.icon}
          {action.label}
        </button>
      ))}
      {groups.length > 0 ? (
        <MenuButton bare groups={groups} className={cx(face, onInk, 'px-2.5')}>
          <Ellipsis aria-hidden />
          More
        </MenuButton>
      ) : null}
      <span aria-hidden className="mx-1 h-5 w-px bg-surface/25 max-sm:ml-auto" />
      <button type="button" aria-label="Clear the selection" onClick={onClear} className={cx(face, onInk, 'px-2')}>
        <X aria-hidden />
      </button>
    </div>
  );
}
