import { cookieOf, demoSeeded, idle } from '../../../functions/_kit/testing/world.ts';
import { ask, ok, signIn } from '../../../functions/identity/testing/members.ts';
import { DEMO_SIGN_IN } from '../../../scripts/seed/seed.ts';
import type { Budget } from '../../../shared/budgets/budget.ts';
import type { Company } from '../../../shared/companies/company.ts';
import type { DeviceRow } from '../../../shared/devices/device.ts';
import type { FindingRow } from '../../../shared/findings/finding.ts';
import type { Goal } from '../../../shared/goals/goal.ts';
import type { Integration } from '../../../shared/integrations/integration.ts';
import type { Run } from '../../../shared/integrations/run.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { DeviceUser } from '../../../shared/m365/user.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import type { PlannerItem } from '../../../shared/planner/planner-item.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { type DemoMeetings, demoMeetings } from './demo-meetings.ts';

/** People of the demo who are signed in, as `Cookie` headers, and ids of records by their names in addresses. */
export interface DemoRecords {
  slug: string;
  owner: string;
  /** Client users: one with lines to answer, one whose budget is approved. */
  asked: string;
  answered: string;
  meetings: DemoMeetings;
  ids: Record<
    | 'companyId'
    | 'integrationId'
    | 'runId'
    | 'deviceId'
    | 'userKey'
    | 'findingId'
    | 'goalId'
    | 'plannerItemId'
    | 'budgetId'
    | 'meetingId'
    | 'draftCompanyId'
    | 'draftMeetingId'
    | 'agendaItemId'
    | 'heldMeetingId'
    | 'reportId',
    string
  >;
}

const { slug, password, people } = DEMO_SIGN_IN;

async function login(who: string, mspSlug?: string): Promise<string> {
  const person = people.find((one) => one.who.startsWith(who));
  const answer = await signIn(person?.email ?? '', password, mspSlug);
  ok(answer);
  return cookieOf(answer);
}

function first<T>(list: readonly T[], what: string, fits: (one: T) => boolean = () => true): T {
  const found = list.find(fits);
  if (!found) throw new Error(`The demo has no ${what}.`);
  return found;
}

/** Signs people of the demo MSP in, makes its client Cedar Ridge a report and shows it to them, and looks its records up. */
export async function demoRecords(): Promise<DemoRecords> {
  await demoSeeded();
  const owner = await login('owner');
  const get = async <T>(path: string) => ok(await ask<T>({ cookie: owner }, 'GET', path));
  const post = async <T>(path: string, body: object) => ok(await ask<T>({ cookie: owner }, 'POST', path, body));

  const { items: companies } = await get<Page<Company>>('/companies?limit=100');
  const { companyId } = first(companies, 'Cedar Ridge', ({ name }) => name.startsWith('Cedar Ridge'));
  const client = `/companies/${companyId}`;
  const { items: integrations } = await get<{ items: Integration[] }>('/integrations');
  const { integrationId } = first(integrations, 'integration');
  const report = await post<Report>(`${client}/reports`, {
    title: 'Quarterly business review',
    period: { from: '2026-01-01', to: '2026-12-31' },
    sections: ['cover', 'secure-score', 'roadmap', 'budget', 'decisions'],
  });
  const { reportId } = report;
  await post(`${client}/reports/${reportId}/make`, { v: report.v });
  await idle();
  const { v } = await get<Report>(`${client}/reports/${reportId}`);
  await post(`${client}/reports/${reportId}/publish`, { v });
  await idle();

  const { items: runs } = await get<Page<Run>>(`/integrations/${integrationId}/runs`);
  const { items: devices } = await get<Page<DeviceRow>>(`${client}/devices`);
  const { deviceId } = first(devices, 'device with a user', ({ user }) => user?.includes('@') ?? false);
  const { user } = await get<DeviceUser>(`${client}/m365/devices/${deviceId}/user`);
  if (!user) throw new Error('No account of the demo is the user of a device.');
  const { items: findings } = await get<Page<FindingRow>>(`${client}/findings`);
  const { items: roadmap } = await get<{ items: PlannerItem[] }>(`${client}/roadmap`);
  const { items: goals } = await get<{ items: Goal[] }>(`${client}/goal-board`);
  const { items: budgets } = await get<Page<Budget>>(`${client}/budgets`);
  const { items: ahead } = await get<Page<Meeting>>(`${client}/meetings`);
  const { items: over } = await get<Page<Meeting>>(`${client}/meetings?phase=over`);
  const { items: planned } = await get<Page<Meeting>>('/meetings?type=qbr');
  const prepared = first(planned, 'review in preparation', ({ status }) => status === 'draft');
  const { agenda } = await get<MeetingDetail>(`/companies/${prepared.companyId}/meetings/${prepared.meetingId}`);
  const servers = first(roadmap, 'imaging servers', ({ title }) => title.startsWith('Imaging server'));
  return {
    slug,
    owner,
    asked: await login('client: approves', slug),
    answered: await login('client: administrator', slug),
    meetings: await demoMeetings(owner, companyId, servers.plannerItemId),
    ids: {
      companyId,
      integrationId,
      reportId,
      runId: first(runs, 'sync').runId,
      deviceId,
      userKey: user.userKey,
      findingId: first(findings, 'finding').findingId,
      goalId: first(goals, 'HIPAA goal', ({ title }) => title.startsWith('Pass the HIPAA')).goalId,
      plannerItemId: servers.plannerItemId,
      budgetId: first(budgets, 'budget').budgetId,
      meetingId: first(ahead, 'meeting ahead').meetingId,
      draftCompanyId: prepared.companyId,
      draftMeetingId: prepared.meetingId,
      agendaItemId: first(agenda, 'agenda item'),
      heldMeetingId: first(over, 'meeting that was held').meetingId,
    },
  };
}
