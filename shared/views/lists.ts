/**
 * The lists of the console that people arrange and keep views of, each with the parameters of its address that say what is
 * shown. What says where one is (cursor, open panel, tab) is no part of a view.
 */
export const LISTS = {
  companies: ['q', 'status'],
  findings: ['status', 'risk', 'source', 'q'],
  planner: ['lane', 'status', 'q', 'archived'],
  devices: ['lens', 'type', 'lifecycle', 'health', 'maker', 'quarter', 'q', 'sort'],
  'm365-companies': ['q'],
  'm365-users': ['accounts', 'kind', 'licence', 'q'],
  'm365-licences': [],
  'm365-controls': ['tier', 'category', 'status', 'order'],
  budgets: ['status'],
  reports: [],
  audit: ['from', 'to', 'who'],
  'sync-runs': [],
  exports: [],
} as const satisfies Record<string, readonly string[]>;

export type ListId = keyof typeof LISTS;
export const LIST_IDS = Object.keys(LISTS) as [ListId, ...ListId[]];

/** Parameters that every list has: its columns in their order, and how tight its rows stand. */
export const ARRANGEMENT = ['cols', 'density'] as const;

/** Every parameter that a view of this list may hold. */
export function paramsOf(list: ListId): readonly string[] {
  return [...LISTS[list], ...ARRANGEMENT];
}

export function isList(name: string): name is ListId {
  return Object.hasOwn(LISTS, name);
}

/** The lists as their pages are called. */
export const LIST_WORDS: Record<ListId, string> = {
  companies: 'Clients',
  findings: 'Findings',
  planner: 'Planner items',
  devices: 'Devices',
  'm365-companies': 'Microsoft 365 of all clients',
  'm365-users': 'Microsoft 365 users',
  'm365-licences': 'Microsoft 365 licences',
  'm365-controls': 'Secure Score controls',
  budgets: 'Budgets',
  reports: 'Reports',
  audit: 'Audit trail',
  'sync-runs': 'Syncs',
  exports: 'Exports',
};

/** A list by its page's name; one that is no more keeps its id. */
export function listWord(list: string): string {
  return isList(list) ? LIST_WORDS[list] : list;
}
