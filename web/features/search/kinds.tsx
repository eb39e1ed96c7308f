import {
  Building2,
  CalendarDays,
  CircleUser,
  FileText,
  ListChecks,
  Map as MapIcon,
  MonitorSmartphone,
  Target,
  User,
  Wallet,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { SearchType } from '../../../shared/search/search.ts';

/** What records of a type are called together, and their sign. */
export const KINDS: Record<SearchType, { label: string; icon: ReactNode }> = {
  client: { label: 'Clients', icon: <Building2 /> },
  contact: { label: 'People', icon: <User /> },
  device: { label: 'Devices', icon: <MonitorSmartphone /> },
  'm365-user': { label: 'Microsoft 365 users', icon: <CircleUser /> },
  meeting: { label: 'Meetings', icon: <CalendarDays /> },
  'planner-item': { label: 'Planner', icon: <MapIcon /> },
  budget: { label: 'Budgets', icon: <Wallet /> },
  goal: { label: 'Goals', icon: <Target /> },
  finding: { label: 'Findings', icon: <ListChecks /> },
  report: { label: 'Reports', icon: <FileText /> },
};
