import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { FindingSummary } from '../../shared/findings/finding.ts';
import { overviewQuery, scopeCompaniesQuery } from '../features/companies/queries.ts';
import { SessionWatch } from '../features/identity/session-watch.tsx';
import { unreadQuery } from '../features/notifications/queries.ts';
import { useMay, useSession } from '../lib/session.ts';
import { signOut } from '../lib/sign-out.ts';
import { useTheme } from '../lib/theme.ts';
import { ConsoleShell } from '../ui/console-shell.tsx';
import type { MenuGroup } from '../ui/menu-button.tsx';
import { type Shortcut, useShortcuts } from '../ui/shortcuts.tsx';
import { ArrangedLists } from './lists.tsx';
import { hrefOf, navigation, placeOf } from './navigation.tsx';
import { recentScopes, rememberScope } from './recent-scopes.ts';

const Palette = lazy(() => import('./palette.tsx'));
const NotificationPanel = lazy(() => import('../features/notifications/notification-panel.tsx'));

const ROLE_WORDS: Record<string, string> = {
  owner: 'Owner',
  admin: 'Administrator',
  manager: 'vCIO',
  technician: 'Technician',
  finance: 'Finance',
  viewer: 'Viewer',
};

/** The console around a page: sidebar, client scope, palette, bell. Pages that fill the frame say so by their route. */
export function ConsoleFrame({ children }: { children: ReactNode }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const session = useSession();
  const may = useMay();
  const { pathname } = useLocation();
  const { theme, toggle } = useTheme();
  const [open, setOpen] = useState<'palette' | 'bell'>();
  const [search, setSearch] = useState('');
  const companies = useQuery(scopeCompaniesQuery(search)).data?.items ?? [];
  const unread = useQuery(unreadQuery()).data?.unread ?? 0;
  const place = placeOf(pathname);
  useEffect(() => {
    document.title = [place.label, session.msp.name].filter(Boolean).join(' · ');
  }, [place.label, session.msp.name]);
  const go = useCallback((href: string) => router.history.push(href), [router]);

  const known = useMemo(() => companies.map(({ companyId, name }) => ({ id: companyId, name })), [companies]);
  const current = place.companyId
    ? (known.find(({ id }) => id === place.companyId) ?? { id: place.companyId, name: '…' })
    : null;
  const overview = useQuery({ ...overviewQuery(place.companyId ?? ''), enabled: place.companyId !== undefined }).data;
  const findings = overview?.summaries.find(({ feature }) => feature === 'findings')?.figures as
    | FindingSummary
    | undefined;
  const { groups, foot } = navigation(place.companyId, may, findings?.open ?? 0);
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { keys: 'mod+k', label: 'Search or run a command', section: 'Everywhere', run: () => setOpen('palette') },
      { keys: 'g o', label: 'Overview', section: 'Go to', run: () => go(hrefOf('', place.companyId)) },
      { keys: 'g f', label: 'Findings', section: 'Go to', run: () => go(hrefOf('findings', place.companyId)) },
      { keys: 'g g', label: 'Goals', section: 'Go to', run: () => go(hrefOf('goals', place.companyId)) },
      { keys: 'g p', label: 'Planner', section: 'Go to', run: () => go(hrefOf('planner', place.companyId)) },
      { keys: 'g b', label: 'Budgets', section: 'Go to', run: () => go(hrefOf('budgets', place.companyId)) },
      { keys: 'g m', label: 'Meetings', section: 'Go to', run: () => go(hrefOf('meetings', place.companyId)) },
    ],
    [place.companyId, go],
  );
  useShortcuts(shortcuts);

  const personMenu: MenuGroup[] = [
    {
      id: 'person',
      items: [
        { id: 'account', label: 'Your account', onSelect: () => go('/account') },
        ...(may('exports:read') ? [{ id: 'exports', label: 'Your exports', onSelect: () => go('/exports') }] : []),
      ],
    },
    ...(session.memberships.length > 1
      ? [
          {
            id: 'memberships',
            items: [
              { id: 'switch', label: 'Switch to another membership', onSelect: () => go('/account?tab=memberships') },
            ],
          },
        ]
      : []),
    {
      id: 'leave',
      items: [{ id: 'sign-out', label: 'Sign out', onSelect: () => void signOut(queryClient, '/sign-in') }],
    },
  ];

  return (
    <ConsoleShell
      msp={{ name: session.msp.name, ...(session.msp.logo ? { logoUrl: session.msp.logo } : {}) }}
      person={{ name: session.person.name, role: ROLE_WORDS[session.actor.role] ?? session.actor.role }}
      personMenu={personMenu}
      nav={groups}
      navFoot={foot}
      currentId={place.id}
      scope={{
        current,
        recent: recentScopes(known),
        companies: known,
        onSearch: setSearch,
        onChange: (companyId) => {
          if (companyId) rememberScope(companyId);
          go(hrefOf(place.path, companyId ?? undefined));
        },
      }}
      onCommand={() => setOpen('palette')}
      unread={unread}
      onBell={() => setOpen('bell')}
      theme={theme}
      onTheme={toggle}
    >
      <SessionWatch signInHref="/sign-in" />
      <ArrangedLists>{children}</ArrangedLists>
      <Suspense>
        {open === 'palette' ? (
          <Palette companyId={place.companyId} companies={known} onClose={() => setOpen(undefined)} />
        ) : null}
        {open === 'bell' ? <NotificationPanel onClose={() => setOpen(undefined)} onOpen={go} /> : null}
      </Suspense>
    </ConsoleShell>
  );
}
