import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Count } from './badge.tsx';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

export type NavItem = {
  id: string;
  label: string;
  href: string;
  icon: ReactNode;
  /** Something to look at, such as open findings; say what it counts. */
  badge?: { value: number; label: string };
};

export type NavGroup = {
  id: string;
  /** A grey heading; none for the first items. */
  label?: string;
  items: readonly NavItem[];
  /** Folds under one line with this icon, opened by itself when it holds the current page. */
  fold?: ReactNode;
};

const line =
  'flex h-8 max-md:h-11 items-center gap-2.5 rounded-control px-2 text-13 max-md:text-15 hover:bg-hover hover:text-ink outline-offset-[-2px] [&_svg]:size-4 [&_svg]:shrink-0';
const elsewhere = 'font-medium text-ink-2';

function NavLine({ item, currentId, inset }: { item: NavItem; currentId?: string; inset?: boolean }) {
  const here = item.id === currentId;
  return (
    <li>
      <Link
        href={item.href}
        aria-current={here ? 'page' : undefined}
        className={cx(line, here ? 'bg-hover font-semibold text-ink' : elsewhere, inset && 'pl-8.5')}
      >
        {inset ? null : item.icon}
        <span className="min-w-0 truncate">{item.label}</span>
        {item.badge && item.badge.value > 0 ? (
          <Count value={item.badge.value} label={item.badge.label} className="ml-auto" />
        ) : null}
      </Link>
    </li>
  );
}

function FoldedGroup({ group, currentId }: { group: NavGroup; currentId?: string }) {
  const holds = group.items.some(({ id }) => id === currentId);
  const [open, setOpen] = useState(holds);
  const shown = open || holds;
  const Arrow = shown ? ChevronDown : ChevronRight;
  return (
    <>
      <button
        type="button"
        aria-expanded={shown}
        onClick={() => setOpen(!shown)}
        className={cx(line, elsewhere, 'w-full text-left')}
      >
        {group.fold}
        {group.label}
        <Arrow aria-hidden className="ml-auto" />
      </button>
      {shown ? (
        <ul>
          {group.items.map((item) => (
            <NavLine key={item.id} item={item} currentId={currentId} inset />
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** The pages of the console in the order of the flow; used by the sidebar and the phone drawer alike. */
export function ConsoleNav({
  groups,
  foot,
  currentId,
}: {
  groups: readonly NavGroup[];
  /** Items at the foot, such as Integrations and Settings. */
  foot: readonly NavItem[];
  currentId?: string;
}) {
  const open = groups.filter(({ fold }) => !fold);
  const folded = groups.filter(({ fold }) => fold);
  return (
    <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-2 pb-2">
        {open.map((group) => (
          <div key={group.id}>
            {group.label ? <h2 className="px-2 pb-1 text-11 text-ink-3">{group.label}</h2> : null}
            <ul>
              {group.items.map((item) => (
                <NavLine key={item.id} item={item} currentId={currentId} />
              ))}
            </ul>
          </div>
        ))}
        {folded.length > 0 ? (
          <div className="border-line border-t pt-2">
            {folded.map((group) => (
              <FoldedGroup key={group.id} group={group} currentId={currentId} />
            ))}
          </div>
        ) : null}
      </div>
      {foot.length > 0 ? (
        <ul className="border-line border-t p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
          {foot.map((item) => (
            <NavLine key={item.id} item={item} currentId={currentId} />
          ))}
        </ul>
      ) : null}
    </nav>
  );
}
