import { Bell, ChevronsUpDown, Menu as MenuIcon, Moon, Search, Sun } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Mark } from './avatar.tsx';
import { ConsoleNav, type NavGroup, type NavItem } from './console-nav.tsx';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { Kbd } from './kbd.tsx';
import { MenuButton, type MenuGroup } from './menu-button.tsx';
import { type ScopeProps, ScopeSwitcher } from './scope-switcher.tsx';
import { SkipLink } from './skip-link.tsx';

const NavDrawer = lazy(() => import('./nav-drawer.tsx'));

export type ConsoleShellProps = {
  msp: { name: string; logoUrl?: string };
  person: { name: string; role: string };
  /** Account, other memberships, sign out. */
  personMenu: readonly MenuGroup[];
  nav: readonly NavGroup[];
  navFoot: readonly NavItem[];
  currentId?: string;
  scope: ScopeProps;
  onCommand: () => void;
  unread: number;
  onBell: () => void;
  theme: 'light' | 'dark';
  onTheme: () => void;
  /** A banner across the top of every page, such as an impersonation or a failing sign-in. */
  banner?: ReactNode;
  /** `fill`: the page has no padding and scrolls inside itself, such as a list with a panel. */
  layout?: 'page' | 'fill';
  children: ReactNode;
};

/** The frame of the console: sidebar, top bar, page. On a phone the sidebar is a drawer. Knows no routes. */
export function ConsoleShell(props: ConsoleShellProps) {
  const [drawer, setDrawer] = useState<'never' | 'open' | 'closed'>('never');
  const { theme, unread, layout = 'page' } = props;
  const ThemeIcon = theme === 'dark' ? Sun : Moon;
  const bell = unread > 0 ? `Notifications, ${unread} unread` : 'Notifications';
  return (
    <div className="flex h-dvh overflow-hidden bg-canvas print:h-auto print:overflow-visible">
      <SkipLink />
      <div className="no-print flex w-58 shrink-0 flex-col border-line border-r bg-surface max-md:hidden">
        <MspHead {...props} />
        <ConsoleNav groups={props.nav} foot={props.navFoot} currentId={props.currentId} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="no-print flex h-12 max-sm:h-14 shrink-0 items-center gap-2 border-line border-b bg-surface px-gutter max-md:px-2">
          <IconButton label="Menu" icon={<MenuIcon />} className="md:hidden" onClick={() => setDrawer('open')} />
          <ScopeSwitcher {...props.scope} className="max-md:ml-0" />
          <span className="flex-1" />
          <button
            type="button"
            aria-keyshortcuts="Control+K Meta+K"
            onClick={props.onCommand}
            className="flex h-8 w-70 items-center gap-2 whitespace-nowrap rounded-control border border-line bg-canvas px-2.5 text-13 text-ink-3 hover:border-line-strong hover:text-ink-2 max-lg:hidden dark:bg-canvas"
          >
            <Search aria-hidden className="size-4" />
            Search or run a command
            <span aria-hidden className="ml-auto">
              <Kbd keys="mod+k" />
            </span>
          </button>
          <IconButton
            label="Search or run a command"
            icon={<Search />}
            className="lg:hidden"
            onClick={props.onCommand}
          />
          <IconButton label={bell} icon={<Bell />} dot={unread > 0} onClick={props.onBell} />
          <IconButton
            label={theme === 'dark' ? 'Light theme' : 'Dark theme'}
            icon={<ThemeIcon />}
            className="-mr-2 max-sm:hidden"
            onClick={props.onTheme}
          />
        </header>
        {props.banner}
        <main
          id="main"
          tabIndex={-1}
          className={cx(
            'min-h-0 flex-1 scroll-py-16 outline-none',
            layout === 'fill' ? 'flex flex-col overflow-hidden' : 'overflow-y-auto',
          )}
        >
          {layout === 'fill' ? (
            props.children
          ) : (
            // The padding is inside, not on the scroller: sticky bars would stop short of the edge otherwise.
            <div className="px-gutter pt-3 pb-[max(1.5rem,env(safe-area-inset-bottom))]">{props.children}</div>
          )}
        </main>
      </div>
      {drawer === 'never' ? null : (
        <Suspense>
          <NavDrawer
            open={drawer === 'open'}
            onOpenChange={(open) => setDrawer(open ? 'open' : 'closed')}
            onTheme={props.onTheme}
            theme={theme}
          >
            <MspHead {...props} />
            <ConsoleNav groups={props.nav} foot={props.navFoot} currentId={props.currentId} />
          </NavDrawer>
        </Suspense>
      )}
    </div>
  );
}

/** Whose console it is and who is in it; opens the person's menu. */
function MspHead({ msp, person, personMenu }: Pick<ConsoleShellProps, 'msp' | 'person' | 'personMenu'>) {
  return (
    <MenuButton
      bare
      align="start"
      groups={personMenu}
      className="m-1.5 flex min-h-12 shrink-0 items-center gap-2.5 rounded-control px-2.5 text-left outline-offset-[-2px] hover:bg-hover"
    >
      <Mark name={msp.name} logoUrl={msp.logoUrl} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-semibold text-13">{msp.name}</span>
        <span className="truncate text-11 text-ink-3">
          {person.name} · {person.role}
        </span>
      </span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-2" />
    </MenuButton>
  );
}
