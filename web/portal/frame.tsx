import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { CalendarDays, FileText, House, ListChecks, Map as MapIcon } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { gateHref } from '../features/identity/gate.ts';
import { SessionWatch } from '../features/identity/session-watch.tsx';
import { BarProvider } from '../features/portal/bar-slot.tsx';
import { homeQuery } from '../features/portal/queries.ts';
import { useMay, useSession } from '../lib/session.ts';
import { signOut } from '../lib/sign-out.ts';
import { useTheme } from '../lib/theme.ts';
import { applyBrand } from '../ui/brand.ts';
import type { MenuGroup } from '../ui/menu-button.tsx';
import { type PortalNavItem, PortalShell } from '../ui/portal-shell.tsx';
import { hrefsOf } from './hrefs.ts';

/** The portal around a page, with the MSP's face. */
export function PortalFrame({ slug, children }: { slug: string; children: ReactNode }) {
  const queryClient = useQueryClient();
  const { person, msp, memberships } = useSession();
  const may = useMay();
  const { pathname } = useLocation();
  const { theme, toggle } = useTheme();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [wanted, want] = useState(false);
  const slot = useMemo(() => ({ element, want }), [element]);
  const waiting = useQuery(homeQuery()).data?.waiting.lines;
  const hrefs = hrefsOf(slug);
  const signInHref = gateHref({ slug }, 'sign-in');

  useEffect(() => {
    applyBrand(msp.accent);
    document.title = msp.name;
  }, [msp]);

  const nav: PortalNavItem[] = [
    { id: 'home', label: 'Home', href: hrefs.home, icon: <House aria-hidden /> },
    {
      id: 'plan',
      label: 'Plan',
      href: hrefs.plan,
      icon: <ListChecks aria-hidden />,
      badge: waiting,
    },
    { id: 'roadmap', label: 'Roadmap', href: hrefs.roadmap, icon: <MapIcon aria-hidden /> },
    { id: 'meetings', label: 'Meetings', href: hrefs.meetings, icon: <CalendarDays aria-hidden /> },
    { id: 'reports', label: 'Reports', href: hrefs.reports, icon: <FileText aria-hidden /> },
  ];
  const current = nav.findLast(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  const menu: MenuGroup[] = [
    {
      id: 'person',
      label: person.name,
      items: [
        { id: 'account', label: 'Your account', href: `${hrefs.home}/account` },
        ...(may('portal:audit') ? [{ id: 'activity', label: 'Activity', href: hrefs.activity }] : []),
        ...(memberships.length > 1
          ? [{ id: 'switch', label: 'Switch company', href: `${hrefs.home}/account?tab=memberships` }]
          : []),
        { id: 'theme', label: theme === 'dark' ? 'Light theme' : 'Dark theme', onSelect: toggle },
      ],
    },
    { id: 'leave', items: [{ id: 'out', label: 'Sign out', onSelect: () => void signOut(queryClient, signInHref) }] },
  ];
  return (
    <PortalShell
      msp={{ name: msp.name, ...(msp.logo ? { logoUrl: msp.logo } : {}) }}
      home={hrefs.home}
      person={person}
      personMenu={menu}
      nav={nav}
      currentId={current?.id}
      bar={wanted ? <div ref={setElement} className="flex min-w-0 flex-1 items-center gap-3" /> : undefined}
    >
      <SessionWatch signInHref={signInHref} />
      <BarProvider slot={slot}>{children}</BarProvider>
    </PortalShell>
  );
}
