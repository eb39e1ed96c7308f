import { useQuery } from '@tanstack/react-query';
import {
  CalendarDays,
  Cloud,
  FileText,
  KeyRound,
  ListChecks,
  Map as MapIcon,
  MonitorSmartphone,
  Target,
  Wallet,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { deviceTypeName } from '../../shared/devices/words.ts';
import { standingOf as goalStanding } from '../../shared/goals/standing.ts';
import type { RecordType } from '../../shared/kernel/link.ts';
import type { Permission } from '../../shared/kernel/permissions.ts';
import { budgetQuery } from '../features/budgets/queries.ts';
import { standingOf as budgetStanding } from '../features/budgets/text.ts';
import { deviceQuery } from '../features/devices/queries.ts';
import { findingQuery } from '../features/findings/queries.ts';
import { goalQuery } from '../features/goals/queries.ts';
import { STANDINGS } from '../features/goals/standings.ts';
import { controlQuery, licencesQuery } from '../features/m365/queries.ts';
import { CONTROL_STATES } from '../features/m365/text.ts';
import { meetingQuery } from '../features/meetings/queries.ts';
import { STATUSES as MEETING_STATUSES } from '../features/meetings/statuses.ts';
import { itemQuery } from '../features/planner/queries.ts';
import { STATUSES as ITEM_STATUSES } from '../features/planner/statuses.ts';
import { reportQuery } from '../features/reports/queries.ts';
import { STATUS as REPORT_STATUSES } from '../features/reports/text.ts';
import { DateText } from '../ui/amount.tsx';
import { RISKS } from '../ui/priority.ts';
import { hrefOf } from './navigation.tsx';

/** A linked record as a line names it. */
export interface Named {
  title: string;
  detail: ReactNode;
  href: string;
}

/** How records of a kind are named in a line that leads to them; `data: null` for one that its list no longer holds. */
interface Kind {
  word: string;
  icon: ReactNode;
  needs: Permission;
  useNamed: (companyId: string, id: string) => { data: Named | null | undefined; error: Error | null };
}

const lower = (word: string) => word.toLowerCase();

export const LINKED_KINDS: Partial<Record<RecordType, Kind>> = {
  finding: {
    word: 'Finding',
    icon: <ListChecks aria-hidden />,
    needs: 'findings:read',
    useNamed: (companyId, id) =>
      useQuery({
        ...findingQuery(companyId, id),
        select: ({ title, risk, status }) => ({
          title,
          detail: `${lower(RISKS[risk].word)} risk, ${status}`,
          href: hrefOf(`findings?status=${status}&peek=${id}`, companyId),
        }),
      }),
  },
  goal: {
    word: 'Goal',
    icon: <Target aria-hidden />,
    needs: 'goals:read',
    useNamed: (companyId, goalId) =>
      useQuery({
        ...goalQuery({ companyId, goalId }),
        select: (goal) => ({
          title: goal.title,
          detail: lower(STANDINGS[goalStanding(goal)].word),
          href: hrefOf(`goals/${goalId}`, companyId),
        }),
      }),
  },
  'planner-item': {
    word: 'Planner item',
    icon: <MapIcon aria-hidden />,
    needs: 'planner:read',
    useNamed: (companyId, plannerItemId) =>
      useQuery({
        ...itemQuery({ companyId, plannerItemId }),
        select: ({ title, status, isArchived }) => ({
          title,
          detail: isArchived ? 'archived' : lower(ITEM_STATUSES[status].word),
          href: hrefOf(`planner/${plannerItemId}`, companyId),
        }),
      }),
  },
  budget: {
    word: 'Budget',
    icon: <Wallet aria-hidden />,
    needs: 'budgets:read',
    useNamed: (companyId, id) =>
      useQuery({
        ...budgetQuery(companyId, id),
        refetchInterval: false,
        select: (budget) => ({
          title: budget.title,
          detail: lower(budgetStanding(budget).word),
          href: hrefOf(`budgets/${id}`, companyId),
        }),
      }),
  },
  meeting: {
    word: 'Meeting',
    icon: <CalendarDays aria-hidden />,
    needs: 'meetings:read',
    useNamed: (companyId, meetingId) =>
      useQuery({
        ...meetingQuery({ companyId, meetingId }),
        select: ({ title, status, startsAt }) => ({
          title,
          detail: (
            <>
              {lower(MEETING_STATUSES[status].word)}, <DateText iso={startsAt} />
            </>
          ),
          href: hrefOf(`meetings/${meetingId}`, companyId),
        }),
      }),
  },
  report: {
    word: 'Report',
    icon: <FileText aria-hidden />,
    needs: 'reports:read',
    useNamed: (companyId, id) =>
      useQuery({
        ...reportQuery(companyId, id),
        refetchInterval: false,
        select: ({ title, status }) => ({
          title,
          detail: lower(REPORT_STATUSES[status].word),
          href: hrefOf(`reports/${id}`, companyId),
        }),
      }),
  },
  device: {
    word: 'Device',
    icon: <MonitorSmartphone aria-hidden />,
    needs: 'devices:read',
    useNamed: (companyId, deviceId) =>
      useQuery({
        ...deviceQuery({ companyId, deviceId }),
        select: ({ name, type, retiredAt }) => ({
          title: name,
          detail: retiredAt ? 'retired' : lower(deviceTypeName(type)),
          href: `${hrefOf('devices', companyId)}?peek=${deviceId}`,
        }),
      }),
  },
  control: {
    word: 'Secure Score control',
    icon: <Cloud aria-hidden />,
    needs: 'm365:read',
    useNamed: (companyId, controlId) =>
      useQuery({
        ...controlQuery(companyId, controlId),
        select: ({ title, status }) => ({
          title,
          detail: lower(CONTROL_STATES[status].word),
          href: `${hrefOf('m365', companyId)}?tab=score&control=${controlId}`,
        }),
      }),
  },
  licence: {
    word: 'Licence',
    icon: <KeyRound aria-hidden />,
    needs: 'm365:read',
    useNamed: (companyId, partNumber) =>
      useQuery({
        ...licencesQuery(companyId),
        select: ({ items }) => {
          const licence = items.find((one) => one.partNumber === partNumber);
          return licence
            ? { title: licence.name, detail: partNumber, href: `${hrefOf('m365', companyId)}?tab=licences` }
            : null;
        },
      }),
  },
};
