import {
  BookOpen,
  Building,
  CalendarCheck,
  ChartNoAxesCombined,
  ClipboardList,
  Cloud,
  FileChartColumn,
  Gauge,
  GraduationCap,
  HardDrive,
  Layers,
  LayoutDashboard,
  LifeBuoy,
  ListChecks,
  Map as MapIcon,
  MonitorSmartphone,
  Plug,
  Presentation,
  Settings,
  ShieldCheck,
  Target,
  WalletCards,
  Wrench,
} from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTheme } from '../../lib/theme.ts';
import type { CommandSection, Found } from '../../ui/command-palette.tsx';
import type { NavGroup, NavItem } from '../../ui/console-nav.tsx';
import { ConsoleShell } from '../../ui/console-shell.tsx';
import { useShortcuts } from '../../ui/shortcuts.tsx';
import { toast } from '../../ui/toast.tsx';

const CommandPalette = lazy(() => import('../../ui/command-palette.tsx'));

const item = (id: string, label: string, icon: ReactNode, badge?: number): NavItem => ({
  id,
  label,
  icon,
  href: `#${id}`,
  badge: badge ? { value: badge, label: 'open findings' } : undefined,
});

const nav: NavGroup[] = [
  { id: 'top', items: [item('overview', 'Overview', <LayoutDashboard />)] },
  {
    id: 'collect',
    label: 'Collect',
    items: [
      item('surveys', 'Surveys', <ClipboardList />),
      item('m365', 'Microsoft 365', <Cloud />),
      item('backup', 'Backup & security', <HardDrive />),
      item('devices', 'Devices', <MonitorSmartphone />),
      item('tool-stack', 'Tool stack', <Layers />),
    ],
  },
  {
    id: 'refine',
    label: 'Refine',
    items: [
      item('findings', 'Findings', <ListChecks />, 38),
      item('goals', 'Goals', <Target />),
      item('compliance', 'Compliance', <ShieldCheck />),
    ],
  },
  {
    id: 'plan',
    label: 'Plan',
    items: [item('planner', 'Planner', <MapIcon />), item('budgets', 'Budgets', <WalletCards />)],
  },
  {
    id: 'present',
    label: 'Present',
    items: [
      item('meetings', 'Meetings', <Presentation />),
      item('reports', 'Reports', <FileChartColumn />),
      item('dashboards', 'Dashboards', <Gauge />),
      item('training', 'Training', <GraduationCap />),
    ],
  },
  {
    id: 'desk',
    label: 'Service desk',
    fold: <LifeBuoy />,
    items: [item('tickets', 'Tickets', <BookOpen />), item('projects', 'Projects', <CalendarCheck />)],
  },
  {
    id: 'tools',
    label: 'MSP tools',
    fold: <Wrench />,
    items: [item('health', 'Client health', <ChartNoAxesCombined />), item('standards', 'Standards', <Settings />)],
  },
];
const foot = [item('integrations', 'Integrations', <Plug />)];

const companies = [
  'Brightwater Community Trust',
  'Cedar Ridge Family Dental',
  'Harbor & Finch LLP',
  'Lumen & Loop Studio',
  'Oakline Accounting',
  'Summit Peak Builders',
  'Tallgrass Manufacturing',
].map((name) => ({ id: name, name }));

/** The console's frame with the demo MSP, around any example page. */
export function Console({
  page,
  company,
  layout,
  children,
}: {
  page: string;
  company?: string;
  layout?: 'page' | 'fill';
  children: ReactNode;
}) {
  const { theme, toggle } = useTheme();
  const [palette, setPalette] = useState(false);
  const [scope, setScope] = useState<string | null>(company ?? null);
  useShortcuts(
    useMemo(
      () => [
        { keys: 'mod+k', label: 'Search or run a command', section: 'Anywhere', run: () => setPalette(true) },
        { keys: 'g f', label: 'Go to findings', section: 'Go to', run: () => location.assign('#findings') },
        { keys: 'g o', label: 'Go to overview', section: 'Go to', run: () => location.assign('#overview') },
      ],
      [],
    ),
  );
  const sections: CommandSection[] = [
    {
      id: 'pages',
      label: 'Pages',
      items: nav.flatMap((group) =>
        group.items.map(({ id, label, icon }) => ({ id, label, icon, run: () => location.assign(`#${id}`) })),
      ),
    },
    {
      id: 'clients',
      label: 'Clients',
      items: companies.map(({ id, name }) => ({ id, label: name, icon: <Building />, run: () => setScope(id) })),
    },
  ];
  return (
    <ConsoleShell
      msp={{ name: 'Northlight IT' }}
      person={{ name: 'Priya Raman', role: 'vCIO lead' }}
      personMenu={[
        { id: 'account', items: [{ id: 'profile', label: 'Your account', href: '#account' }] },
        { id: 'out', items: [{ id: 'out', label: 'Sign out', onSelect: () => toast({ title: 'Signed out' }) }] },
      ]}
      nav={nav}
      navFoot={foot}
      currentId={page}
      scope={{
        current: companies.find(({ id }) => id === scope) ?? null,
        recent: companies.slice(1, 3),
        companies,
        onChange: setScope,
      }}
      onCommand={() => setPalette(true)}
      unread={3}
      onBell={() => toast({ title: '3 new notifications' })}
      theme={theme}
      onTheme={toggle}
      layout={layout}
    >
      {children}
      {palette ? (
        <Suspense>
          <CommandPalette open onOpenChange={setPalette} sections={sections} search={searchRecords} />
        </Suspense>
      ) : null}
    </ConsoleShell>
  );
}

const records = ['Windows Server 2016 on imaging servers', 'Backup restore never tested', 'Imaging server replacement'];

async function searchRecords(text: string): Promise<Found> {
  const found = records.filter((name) => name.toLowerCase().includes(text.toLowerCase()));
  const items = found.map((name) => ({
    id: name,
    label: name,
    hint: 'Cedar Ridge',
    icon: <ListChecks />,
    run: () => toast({ title: name }),
  }));
  return { sections: [{ id: 'records', label: 'Records', items }] };
}

/** A named block of a plain example page. */
export function Show({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold text-15">{title}</h2>
      {children}
    </section>
  );
}

/** A plain example page. */
export function Plain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex max-w-260 flex-col gap-8 p-gutter">
      <h1 className="font-semibold text-title">{title}</h1>
      {children}
    </main>
  );
}
