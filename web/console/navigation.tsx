import {
  CalendarDays,
  Cloud,
  FileText,
  LayoutDashboard,
  ListChecks,
  Map as MapIcon,
  MonitorSmartphone,
  Plug,
  Settings,
  Target,
  Users,
  Wallet,
} from 'lucide-react';
import type { Permission } from '../../shared/kernel/permissions.ts';
import type { NavGroup, NavItem } from '../ui/console-nav.tsx';

interface Place {
  id: string;
  label: string;
  icon: NavItem['icon'];
  needs: Permission;
  /** Page of all clients; without it the page asks for a client first. */
  path: string;
  /** False for pages of the MSP itself, which know no client. */
  scoped: boolean;
}

const PLACES: readonly (Place & { group: string })[] = [
  {
    group: '',
    id: 'overview',
    label: 'Overview',
    icon: <LayoutDashboard />,
    needs: 'companies:read',
    path: '',
    scoped: true,
  },
  {
    group: 'Collect',
    id: 'devices',
    label: 'Devices',
    icon: <MonitorSmartphone />,
    needs: 'devices:read',
    path: 'devices',
    scoped: true,
  },
  {
    group: 'Collect',
    id: 'm365',
    label: 'Microsoft 365',
    icon: <Cloud />,
    needs: 'm365:read',
    path: 'm365',
    scoped: true,
  },
  {
    group: 'Refine',
    id: 'findings',
    label: 'Findings',
    icon: <ListChecks />,
    needs: 'findings:read',
    path: 'findings',
    scoped: true,
  },
  {
    group: 'Refine',
    id: 'goals',
    label: 'Goals',
    icon: <Target />,
    needs: 'goals:read',
    path: 'goals',
    scoped: true,
  },
  {
    group: 'Plan',
    id: 'planner',
    label: 'Planner',
    icon: <MapIcon />,
    needs: 'planner:read',
    path: 'planner',
    scoped: true,
  },
  {
    group: 'Plan',
    id: 'budgets',
    label: 'Budgets',
    icon: <Wallet />,
    needs: 'budgets:read',
    path: 'budgets',
    scoped: true,
  },
  {
    group: 'Present',
    id: 'meetings',
    label: 'Meetings',
    icon: <CalendarDays />,
    needs: 'meetings:read',
    path: 'meetings',
    scoped: true,
  },
  {
    group: 'Present',
    id: 'reports',
    label: 'Reports',
    icon: <FileText />,
    needs: 'reports:read',
    path: 'reports',
    scoped: true,
  },
];

const FOOT: readonly Place[] = [
  { id: 'team', label: 'Team', icon: <Users />, needs: 'staff:read', path: 'team', scoped: false },
  { id: 'settings', label: 'Settings', icon: <Settings />, needs: 'msp:read', path: 'settings', scoped: false },
  {
    id: 'integrations',
    label: 'Integrations',
    icon: <Plug />,
    needs: 'integrations:read',
    path: 'integrations',
    scoped: false,
  },
];

/** Address of a place for a client, or over all clients. */
export function hrefOf(path: string, companyId: string | undefined): string {
  const scope = companyId ? `/c/${companyId}` : '';
  return `${scope}/${path}`.replace(/(?<=.)\/$/, '');
}

/** The sidebar, in the order of the flow: what exists and what the person may see. */
export function navigation(
  companyId: string | undefined,
  may: (permission: Permission) => boolean,
  openFindings: number,
): { groups: NavGroup[]; foot: NavItem[] } {
  const item = ({ id, label, icon, path, scoped }: Place): NavItem => ({
    id,
    label,
    icon,
    href: hrefOf(path, scoped ? companyId : undefined),
    ...(id === 'findings' && openFindings > 0
      ? { badge: { value: openFindings, label: `${openFindings} open findings` } }
      : {}),
  });
  const groups = Map.groupBy(
    PLACES.filter((place) => may(place.needs)),
    (place) => place.group,
  );
  return {
    groups: [...groups].map(([label, places]) => ({
      id: label || 'top',
      ...(label ? { label } : {}),
      items: places.map(item),
    })),
    foot: FOOT.filter((place) => may(place.needs)).map(item),
  };
}

/** Pages that belong to a place without its word in their address, and where they lead when a client is chosen. */
const WITHIN: Readonly<Record<string, { place: string; path: string }>> = {
  forecast: { place: 'budgets', path: 'forecast' },
  products: { place: 'budgets', path: 'budgets' },
  import: { place: '', path: '' },
  'meeting-templates': { place: 'meetings', path: 'meetings' },
};

/** Which place a path belongs to, and the same path for another client ("switch keeps the page"). */
export function placeOf(pathname: string): { id: string; label: string; companyId: string | undefined; path: string } {
  const [, companyId, scopedRest] = /^\/c\/([0-9a-z]{26})(?:\/(.*))?$/.exec(pathname) ?? [];
  const path = companyId ? (scopedRest ?? '') : pathname.slice(1);
  const [first = ''] = path.split('/');
  const within = WITHIN[first] ?? { place: first, path: first };
  const place = [...PLACES, ...FOOT].find((one) => one.path === within.place);
  return { id: place?.id ?? first, label: place?.label ?? '', companyId, path: place?.scoped ? within.path : '' };
}
