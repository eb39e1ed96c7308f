/** The records that pages show, made beforehand. */
export interface Shown {
  companyId: string;
  plannerItemId: string;
  budgetId: string;
  meetingId: string;
  /** Client that a tenant feeds. */
  tenantOf: string;
}

/** A page of the product as the requests that fill it. */
export interface Page {
  what: string;
  /** Requests made side by side when the page opens, without the session's. */
  paths(shown: Shown): string[];
  /** Read units that the house allows it, those of the session's GetItem left out; absent where it names none. */
  target?: number;
  /** What it costs now: more is a step back. */
  ceiling: number;
}

/** The session's own GetItem, consistent, in every request. */
export const SESSION_READ = 1;
/** Round trips that wait for one another, the session's included. */
export const DEPTH = 2;

/** Pages of features that exist, with their budgets. */
export const PAGES: readonly Page[] = [
  { what: 'Company list, 50', paths: () => ['/companies?limit=50'], target: 3, ceiling: 3 },
  { what: 'Company overview', paths: ({ companyId }) => [`/companies/${companyId}/overview`], target: 3, ceiling: 3 },
  {
    what: 'Findings of one client, 50',
    paths: ({ companyId }) => [`/companies/${companyId}/findings?limit=50`],
    target: 3,
    ceiling: 3,
  },
  { what: 'Findings of all clients, 50', paths: () => ['/findings?limit=50'], target: 3, ceiling: 3 },
  {
    what: 'Planner list, 50',
    paths: ({ companyId }) => [`/companies/${companyId}/planner-items?limit=50`],
    target: 3,
    ceiling: 2,
  },
  {
    what: 'Planner item with links and history',
    paths: ({ companyId, plannerItemId }) =>
      ['', '/links', '/history'].map((part) => `/companies/${companyId}/planner-items/${plannerItemId}${part}`),
    target: 3,
    ceiling: 3,
  },
  {
    what: 'Budget of 40 lines',
    paths: ({ companyId, budgetId }) => [`/companies/${companyId}/budgets/${budgetId}`],
    ceiling: 5,
  },
  {
    what: 'Devices of one client, 50',
    paths: ({ companyId }) => [`/companies/${companyId}/devices?limit=50`],
    target: 3,
    ceiling: 3,
  },
  { what: 'Devices of all clients, 50', paths: () => ['/devices?limit=50'], target: 3, ceiling: 3 },
  {
    what: 'Lifecycle of 50 devices',
    paths: ({ companyId }) => [`/companies/${companyId}/device-figures`],
    ceiling: 1,
  },
  { what: 'Board of 20 goals', paths: ({ companyId }) => [`/companies/${companyId}/goal-board`], ceiling: 1.5 },
  { what: 'Goals of all clients, 50', paths: () => ['/goals?limit=50'], target: 3, ceiling: 1.5 },
  {
    what: 'Meeting with an agenda of 30',
    paths: ({ companyId, meetingId }) => [`/companies/${companyId}/meetings/${meetingId}`],
    ceiling: 4.5,
  },
  {
    what: 'Comments on a record, 10 of 20',
    paths: ({ companyId, plannerItemId }) => [
      `/companies/${companyId}/comments/planner-item/${plannerItemId}?limit=10`,
    ],
    target: 3,
    ceiling: 0.5,
  },
  { what: 'Search for a word in 400 names', paths: () => ['/search?q=firewall'], target: 2, ceiling: 1.5 },
  { what: 'Views and habits', paths: () => ['/views'], ceiling: 1.5 },
  { what: 'Bell', paths: () => ['/notifications/unread'], target: 0.5, ceiling: 0.5 },
  { what: 'Notifications, 50', paths: () => ['/notifications?limit=50'], target: 3, ceiling: 2.5 },
  {
    what: 'Microsoft 365 users, 50',
    paths: ({ tenantOf }) => [`/companies/${tenantOf}/m365/users?limit=50`],
    target: 3,
    ceiling: 3,
  },
  {
    what: 'Secure Score with its controls',
    paths: ({ tenantOf }) =>
      ['', '/controls?limit=50'].map((part) => `/companies/${tenantOf}/m365/secure-score${part}`),
    ceiling: 4.5,
  },
  { what: 'Microsoft 365 licences', paths: ({ tenantOf }) => [`/companies/${tenantOf}/m365/licences`], ceiling: 1.5 },
  { what: 'Session', paths: () => ['/session'], ceiling: 4 },
];

/** Lists whose answers are weighed. */
export const LISTS: ReadonlySet<string> = new Set([
  'Company list, 50',
  'Findings of one client, 50',
  'Planner list, 50',
  'Devices of one client, 50',
  'Microsoft 365 users, 50',
]);

/** The roadmap reads all of its items: three years of 400 may cost 20 units. */
export const ROADMAP = { items: 400, target: 20, ceiling: 20 };

/** Lists whose pages must cost the same however many records there are. */
export const GROWTH = 0.05;

/**
 * By which power of the records a cost grows: 0 when it stays the same, 1 when it doubles with them. The slope of a
 * straight line through the logarithms of both.
 */
export function growthExponent(points: readonly { records: number; cost: number }[]): number {
  const logs = points.map(({ records, cost }) => ({ x: Math.log(records), y: Math.log(cost) }));
  const mean = (of: 'x' | 'y') => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x, y] = [mean('x'), mean('y')];
  const spread = logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  return spread === 0 ? 0 : logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread;
}
