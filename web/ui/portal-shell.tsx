import type { ReactNode } from 'react';
import { Avatar, Mark } from './avatar.tsx';
import { cx } from './cx.ts';
import { Link } from './link.tsx';
import { MenuButton, type MenuGroup } from './menu-button.tsx';
import { SkipLink } from './skip-link.tsx';

export type PortalNavItem = { id: string; label: string; href: string; icon: ReactNode; badge?: number };

/**
 * The frame of the client portal: the MSP's mark, a top menu, and on a phone a bar of tabs below (five at most). `bar` is a
 * strip that stays in sight above it, such as the sum of answers and "Send answers". Set `data-scale="touch"` on `html`.
 */
export function PortalShell({
  msp,
  home,
  person,
  personMenu,
  nav,
  currentId,
  bar,
  children,
}: {
  msp: { name: string; logoUrl?: string };
  home: string;
  person: { name: string };
  personMenu: readonly MenuGroup[];
  nav: readonly PortalNavItem[];
  currentId?: string;
  bar?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div data-scale="touch" className="flex min-h-dvh flex-col bg-canvas text-body">
      <SkipLink />
      <header className="no-print sticky top-0 z-20 border-line border-b bg-surface">
        <div className="mx-auto flex h-14 max-w-280 items-center gap-3 px-4">
          <Link href={home} className="flex min-w-0 items-center gap-2 rounded-control font-semibold text-15">
            <Mark name={msp.name} logoUrl={msp.logoUrl} />
            <span className="truncate">{msp.name}</span>
          </Link>
          <nav aria-label="Main" className="ml-3 max-sm:hidden">
            <ul className="flex">
              {nav.map((item) => (
                <li key={item.id}>
                  <Link
                    href={item.href}
                    aria-current={item.id === currentId ? 'page' : undefined}
                    className={cx(
                      'flex h-11 items-center gap-1.5 px-1.5 text-15 outline-offset-[-4px] hover:text-ink',
                      item.id === currentId ? 'font-medium text-ink' : 'text-ink-2',
                    )}
                  >
                    <span
                      className={cx(
                        'rounded-control px-2.5 py-1.5',
                        item.id === currentId ? 'bg-hover' : 'hover:bg-hover',
                      )}
                    >
                      {item.label}
                      <Waiting count={item.badge} className="ml-1.5" />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <span className="flex-1" />
          <MenuButton bare groups={personMenu} className="grid size-11 place-items-center rounded-full">
            <Avatar name={person.name} size="lg" />
            <span className="sr-only">{person.name}, account</span>
          </MenuButton>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-280 flex-1 flex-col gap-6 px-4 py-6 outline-none"
      >
        {children}
      </main>
      <div className="no-print sticky bottom-0 z-20">
        {bar ? (
          <section aria-label="Sum and next step" className="border-line border-t bg-surface">
            <div className="mx-auto flex max-w-280 items-center gap-3 px-4 py-2.5">{bar}</div>
          </section>
        ) : null}
        <nav
          aria-label="Main, below"
          className="border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
        >
          <ul className="grid auto-cols-fr grid-flow-col">
            {nav.slice(0, 5).map((item) => (
              <li key={item.id}>
                <Link
                  href={item.href}
                  aria-current={item.id === currentId ? 'page' : undefined}
                  className={cx(
                    'relative flex h-14 flex-col items-center justify-center gap-1 font-medium text-11 outline-offset-[-4px] [&_svg]:size-5',
                    item.id === currentId ? 'text-accent' : 'text-ink-2',
                  )}
                >
                  {item.icon}
                  {item.label}
                  <Waiting count={item.badge} className="absolute top-1.5 left-1/2 ml-2" />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}

function Waiting({ count, className }: { count?: number; className?: string }) {
  if (!count) return null;
  return (
    <span
      className={cx(
        'num inline-grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 font-semibold text-11 text-accent-ink',
        className,
      )}
    >
      {count}
      <span className="sr-only"> waiting on you</span>
    </span>
  );
}
