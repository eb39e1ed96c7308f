import type { DemoMeetings } from './demo-meetings.ts';
import { demoRecords } from './demo-records.ts';
import {
  activityVisits,
  asides,
  minutesVisit,
  portalVisit,
  portalVisits,
  signedIn,
  type Visit,
  visit,
  type Walk,
} from './visit.ts';

const NO_RECORD = '01j9zq4xk3r8m2n5t7v9w1y3za';

/** A page as it opens, and with each of these searches. */
type At = (route: string, ...searches: string[]) => Visit[];

/** The console over all clients, tab by tab. */
const mspPages = (at: At, ids: Record<string, string>): Visit[] => [
  ...at('/', '?status=archived', '?new=true'),
  ...at('/import', '?of=contacts'),
  ...at('/findings', `?peek=${ids.companyId}.${ids.findingId}`),
  ...at('/goals', '?standing=off-track'),
  ...at('/planner'),
  ...at('/budgets'),
  ...at('/forecast'),
  ...at('/products', '?new=true', '?status=archived', '?tab=templates'),
  ...at('/meetings', '?show=over', '?new=true', '?q=no-such-meeting'),
  ...at('/meeting-templates'),
  ...at('/reports'),
  ...at('/m365'),
  ...at('/devices', '?lens=retired', '?policies=true'),
  ...at('/integrations'),
  ...at('/integrations/connect', '?vendor=ninjaone'),
  ...at('/integrations/$integrationId', '?tab=sync', '?tab=history', `?tab=history&run=${ids.runId}`, '?tab=settings'),
  ...at('/team', '?tab=invitations', '?status=inactive', '?new=true'),
  ...at(
    '/settings',
    '?tab=branding',
    '?tab=security',
    '?tab=api-keys',
    '?tab=api-keys&new=true',
    '?tab=webhooks',
    '?tab=webhooks&new=true',
    '?tab=audit',
  ),
  ...at('/exports'),
  ...at('/account', '?tab=notifications', '?tab=password', '?tab=second-factor', '?tab=sessions', '?tab=memberships'),
];

/** A meeting that is prepared, of whichever client, with an item open; one that is published, one that was held. */
function meetingPages({ companyId, ...ids }: Record<string, string>): Visit[] {
  const page = (params: Record<string, string | undefined>, search = '') =>
    visit('/c/$companyId/meetings/$meetingId', params as Record<string, string>, search);
  const draft = { companyId: ids.draftCompanyId, meetingId: ids.draftMeetingId };
  return [
    page(draft),
    page(draft, `?peek=${ids.agendaItemId}`),
    ...asides([page({ companyId, meetingId: ids.meetingId }), page({ companyId, meetingId: ids.heldMeetingId })]),
  ];
}

/** The console of one client, tab by tab. */
const companyPages = (at: At, ids: Record<string, string>): Visit[] => [
  ...at('/c/$companyId'),
  ...at('/c/$companyId/people'),
  ...at('/c/$companyId/people/import'),
  ...at('/c/$companyId/findings', `?peek=${ids.findingId}`, '?status=dismissed'),
  ...at(
    '/c/$companyId/devices',
    '?tab=lifecycle',
    '?new=true',
    '?policies=true',
    '?q=no-such-device',
    `?peek=${ids.deviceId}`,
  ),
  ...at('/c/$companyId/devices/import'),
  ...at('/c/$companyId/m365', '?tab=score', '?tab=licences', '?tab=users', `?tab=users&user=${ids.userKey}`),
  ...at('/c/$companyId/goals', '?as=list', '?new=true'),
  ...at('/c/$companyId/goals/$goalId'),
  ...at('/c/$companyId/planner', '?as=list', '?new=true'),
  ...at('/c/$companyId/planner/$plannerItemId'),
  ...at('/c/$companyId/budgets', '?new=true'),
  ...at('/c/$companyId/budgets/$budgetId', '?view=quarter', '?view=status'),
  ...at('/c/$companyId/forecast', '?quarters=2027&cell=hardware.2027', '?weighted=true'),
  ...at('/c/$companyId/meetings', '?show=over', '?show=actions', '?show=actions&closed=true', '?new=true'),
  ...meetingPages(ids),
  ...at('/c/$companyId/reports', '?schedule=true'),
  ...at('/c/$companyId/reports/$reportId'),
];

/** Live mode and minutes of meetings that are held, written up, and closed. */
const heldMeetingPages = (companyId: string, { held, written, closed }: DemoMeetings): Visit[] => {
  const live = (meetingId: string, rest = '') =>
    visit('/c/$companyId/meetings/$meetingId/live', { companyId, meetingId }, rest);
  const minutes = (meetingId: string, rest = '') =>
    visit('/c/$companyId/meetings/$meetingId/minutes', { companyId, meetingId }, rest);
  return [
    live(held),
    live(held, '?view=client'),
    ...asides([live(written), minutes(held)]),
    minutes(written),
    minutes(written, '?tab=preview'),
    minutes(closed),
  ];
};

/** Records that are not there, and addresses of no page. */
const nowhere = (companyId: string): Visit[] => [
  visit('/c/$companyId', { companyId: NO_RECORD }),
  visit('/c/$companyId/goals/$goalId', { companyId, goalId: NO_RECORD }),
  visit('/c/$companyId/planner/$plannerItemId', { companyId, plannerItemId: NO_RECORD }),
  visit('/c/$companyId/meetings/$meetingId/live', { companyId, meetingId: NO_RECORD }),
  visit('/c/$companyId/meetings/$meetingId/minutes', { companyId, meetingId: NO_RECORD }),
  visit('/c/$companyId/budgets/$budgetId', { companyId, budgetId: NO_RECORD }),
  visit('/c/$companyId/meetings/$meetingId', { companyId, meetingId: NO_RECORD }),
  visit('/c/$companyId/reports/$reportId', { companyId, reportId: NO_RECORD }),
  visit('/integrations/$integrationId', { integrationId: NO_RECORD }),
  { route: '', path: '/no-such-page', aside: true },
];

/** The demo MSP as its owner and its clients see it, what they see where nothing is, and what when the server is broken. */
export async function demoWalks(): Promise<Walk[]> {
  const { slug, owner, asked, answered, meetings, ids } = await demoRecords();
  const at: At = (route, ...searches) => ['', ...searches].map((search) => visit(route, ids, search));
  const astray = { statuses: [404], lines: /does not exist or is not yours to see/ };
  const broken = { statuses: [500], lines: /broken on purpose/ };
  return [
    signedIn('owner over all clients', owner, mspPages(at, ids)),
    signedIn('owner at a client', owner, companyPages(at, ids)),
    signedIn('owner in meetings', owner, heldMeetingPages(ids.companyId, meetings)),
    signedIn('client who is asked', asked, [...portalVisits(slug), minutesVisit(slug, ids.heldMeetingId)]),
    signedIn('client who has answered', answered, [...asides(portalVisits(slug)), ...activityVisits(slug)]),
    signedIn('owner at the portal', owner, [portalVisit(slug, '/other-login')]),
    { ...signedIn('owner astray', owner, asides(nowhere(ids.companyId))), allowed: astray },
    {
      ...signedIn('client astray', asked, [
        { route: '', path: `/portal/${slug}/no-such-page`, aside: true },
        // Who is no administrator is told of no activity.
        { route: '', path: `/portal/${slug}/activity`, aside: true },
        { route: '', path: `/portal/${slug}/sign-in/no-such-page`, aside: true },
      ]),
      allowed: astray,
    },
    {
      ...signedIn(
        'owner without data',
        owner,
        asides(['/', '/integrations', '/c/$companyId'].map((route) => visit(route, ids))),
      ),
      allowed: broken,
      broken: /\/api\/(?!session$)/,
    },
    {
      ...signedIn('client without data', asked, asides([portalVisit(slug), portalVisit(slug, '/plan')])),
      allowed: broken,
      broken: /\/api\/(?!session$)/,
    },
    {
      ...signedIn('owner without an answer', owner, asides([visit('/'), portalVisit(slug)])),
      allowed: broken,
      broken: /\/api\/session$/,
      byLinks: false,
    },
  ];
}
