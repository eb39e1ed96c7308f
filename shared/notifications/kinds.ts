import type { NotificationType } from './notification.ts';

/** Who hears of something: people of the MSP in the console, client users in the portal. */
export type Reader = 'staff' | 'client';

interface Group {
  label: string;
  detail: string;
  readers: readonly Reader[];
}

/** What people are told about, as they choose it: one switch a group. */
export const GROUPS = {
  answers: {
    label: 'Answers of clients',
    detail: 'A client approves or rejects lines of a budget.',
    readers: ['staff'],
  },
  mentions: { label: 'Mentions', detail: 'A colleague names you in a comment.', readers: ['staff'] },
  goals: { label: 'Goals', detail: 'A goal that you answer for goes off track.', readers: ['staff'] },
  integrations: {
    label: 'Integrations',
    detail: 'An integration stops, or works again.',
    readers: ['staff'],
  },
  reports: {
    label: 'Reports',
    detail: 'A report is ready, waits for your review, or could not be made.',
    readers: ['staff'],
  },
  exports: { label: 'Exports', detail: 'An export is ready, or could not be written.', readers: ['staff'] },
  webhooks: { label: 'Webhooks', detail: 'A webhook was switched off.', readers: ['staff'] },
  budgets: { label: 'Budgets', detail: 'A budget waits for your answer.', readers: ['client'] },
} as const satisfies Record<string, Group>;
export type NotificationGroup = keyof typeof GROUPS;

/** The group of each kind: a new kind does not compile until it has one. */
export const GROUP_OF: Record<NotificationType, NotificationGroup> = {
  'budget-answered': 'answers',
  'budget-sent': 'budgets',
  mentioned: 'mentions',
  'goal-off-track': 'goals',
  'integration-failed': 'integrations',
  'integration-recovered': 'integrations',
  'report-finished': 'reports',
  'report-waits': 'reports',
  'report-failed': 'reports',
  'export-finished': 'exports',
  'export-failed': 'exports',
  'webhook-disabled': 'webhooks',
};

export const KINDS = Object.keys(GROUP_OF) as [NotificationType, ...NotificationType[]];

/** The groups of which one side hears, in the order of the page. */
export function groupsOf(reader: Reader): NotificationGroup[] {
  const groups: [string, Group][] = Object.entries(GROUPS);
  return groups.flatMap(([group, { readers }]) => (readers.includes(reader) ? [group as NotificationGroup] : []));
}

export const kindsIn = (group: NotificationGroup) => KINDS.filter((kind) => GROUP_OF[kind] === group);

/** True for a kind of which this side hears. */
export function isFor(reader: Reader, kind: NotificationType): boolean {
  const { readers }: Group = GROUPS[GROUP_OF[kind]];
  return readers.includes(reader);
}

/** Kinds that are muted once a group is switched on or off; all others stay as they are. */
export function switched(
  muted: readonly NotificationType[],
  group: NotificationGroup,
  isOn: boolean,
): NotificationType[] {
  const others = muted.filter((kind) => GROUP_OF[kind] !== group);
  return isOn ? others : [...others, ...kindsIn(group)];
}
