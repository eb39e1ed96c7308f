import { z } from 'zod';
import { PageInput, pageOf } from '../kernel/page.ts';
import type { AuditRow } from '../platform/audit.ts';

type Change = AuditRow['changes'][number];

/** What of the audit trail a company is told, and as what. */
export const ACTIVITY_KINDS = ['budgets', 'roadmap', 'meetings', 'reports', 'people'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

interface Told {
  kind: ActivityKind;
  event: string;
  /** The entity that it is about; its title is told as far as the company sees it. */
  entity: string;
  /** Only when one of its fields moved by which the company sees a difference. */
  field?: string;
  /** Only of records that the company sees, or has seen. */
  seen?: true;
}

/**
 * The allow-list: by operation, what was done in words of the portal; of several the first that fits. What is not named here is told to nobody at a company,
 * and of what is named no field and no value goes out.
 */
const TOLD = {
  'budgets.send': { kind: 'budgets', event: 'budget-sent', entity: 'budget' },
  'budgets.replace': { kind: 'budgets', event: 'budget-replaced', entity: 'budget', field: 'status', seen: true },
  'portal.answer': { kind: 'budgets', event: 'budget-answered', entity: 'budget' },
  // What the client says in a meeting, staff write down.
  'meetings.say': [
    { kind: 'budgets', event: 'answer-noted', entity: 'budget', seen: true },
    { kind: 'roadmap', event: 'decision-noted', entity: 'planner-item', field: 'status', seen: true },
  ],
  'planner.publish': { kind: 'roadmap', event: 'item-published', entity: 'planner-item' },
  'planner.withdraw': { kind: 'roadmap', event: 'item-withdrawn', entity: 'planner-item' },
  // Archived, a published item is withdrawn.
  'planner.archive': { kind: 'roadmap', event: 'item-withdrawn', entity: 'planner-item', field: 'publishedAt' },
  'planner-on-budget-answered': {
    kind: 'roadmap',
    event: 'item-followed',
    entity: 'planner-item',
    field: 'status',
    seen: true,
  },
  'meetings.publish': { kind: 'meetings', event: 'agenda-published', entity: 'meeting', seen: true },
  'meetings.close': { kind: 'meetings', event: 'minutes-published', entity: 'meeting', seen: true },
  'reports.publish': { kind: 'reports', event: 'report-published', entity: 'report' },
  'reports.withdraw': { kind: 'reports', event: 'report-withdrawn', entity: 'report' },
  'identity.inviteClientUser': { kind: 'people', event: 'person-invited', entity: 'invitation' },
  'identity.resendClientInvitation': { kind: 'people', event: 'invitation-resent', entity: 'invitation' },
  'identity.revokeClientInvitation': { kind: 'people', event: 'invitation-revoked', entity: 'invitation' },
  'identity.acceptInvitation': { kind: 'people', event: 'person-joined', entity: 'client-user' },
  'identity.joinByInvitation': { kind: 'people', event: 'person-joined', entity: 'client-user' },
  'identity.editClientUser': { kind: 'people', event: 'access-changed', entity: 'client-user', field: 'role' },
  'identity.deactivateClientUser': { kind: 'people', event: 'access-ended', entity: 'client-user' },
  'identity.reactivateClientUser': { kind: 'people', event: 'access-restored', entity: 'client-user' },
} as const satisfies Record<string, Told | readonly Told[]>;

const RULES = new Map<string, readonly (Told & { event: ActivityEvent })[]>(
  Object.entries(TOLD).map(([operation, told]) => [operation, [told].flat()]),
);
type One<T> = T extends readonly (infer Element)[] ? Element : T;
export type ActivityEvent = One<(typeof TOLD)[keyof typeof TOLD]>['event'];
const EVENTS = [...new Set([...RULES.values()].flat().map(({ event }) => event))] as [
  ActivityEvent,
  ...ActivityEvent[],
];

/** Whose hand it was: the company's own people, the MSP's, or the product's own. */
export const SIDES = ['company', 'msp', 'system'] as const;
export type Side = (typeof SIDES)[number];

/** One thing that was done. Ids of people and records, addresses and fields stay inside. */
export const PortalEvent = z.object({
  eventId: z.string(),
  at: z.string(),
  by: z.enum(SIDES),
  /** Who did it: absent for the product itself, and for those whose name is not known here. */
  name: z.string().optional(),
  /** It was the reader. */
  mine: z.boolean(),
  kind: z.enum(ACTIVITY_KINDS),
  event: z.enum(EVENTS),
  /** What it is about, as the company sees it today: titles, or the name of a colleague. */
  about: z.array(z.string()),
});
export type PortalEvent = z.infer<typeof PortalEvent>;

export const PortalActivityPage = pageOf(PortalEvent).extend({
  /** The month in which the company came to the MSP, such as `2026-03`: nothing is told from before. */
  since: z.string(),
  /** Months and times of day are the company's. */
  timeZone: z.string(),
});
export type PortalActivityPage = z.infer<typeof PortalActivityPage>;

export const PortalActivityFilter = z.strictObject({
  ...PageInput,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Choose a month such as 2026-11.')
    .optional(),
  kind: z.enum(ACTIVITY_KINDS).optional(),
  by: z.enum(SIDES).optional(),
});
export type PortalActivityFilter = z.infer<typeof PortalActivityFilter>;

/** An audit row that the company is told of: what it is called there, and the ids of what it is about. */
export interface ToldRow {
  kind: ActivityKind;
  event: ActivityEvent;
  by: Side;
  ids: readonly string[];
  seen: boolean;
}

const sideOf = { staff: 'msp', client: 'company', system: 'system' } as const;

/** The ids of what a rule is about among the changes. */
const idsOf = ({ entity, field }: Told, changes: readonly Change[]): string[] =>
  changes
    .filter((change) => change.entity === entity)
    .filter(({ action, fields = [] }) => field === undefined || (action === 'changed' && fields.includes(field)))
    .map(({ id }) => id);

/** What a company is told of an audit row; undefined when it is not told. */
export function toldOf({
  operation,
  actorKind,
  changes,
}: Pick<AuditRow, 'operation' | 'actorKind' | 'changes'>): ToldRow | undefined {
  if (actorKind === 'anonymous') return undefined;
  for (const rule of RULES.get(operation) ?? []) {
    const { kind, event, seen = false } = rule;
    const ids = idsOf(rule, changes);
    if (ids.length > 0) return { kind, event, by: sideOf[actorKind], ids, seen };
  }
  return undefined;
}

/**
 * The event as it is told, by what the company sees; undefined when it is only told of records that the company sees.
 *
 * @param titles what the company sees, or has seen, by id; what it has seen and no longer sees has no title
 */
export function eventOf(
  row: Pick<AuditRow, 'auditId' | 'at' | 'actorId'>,
  { kind, event, by, ids, seen }: ToldRow,
  titles: ReadonlyMap<string, string | undefined>,
  reader: { userId: string; nameOf: (userId: string) => string | undefined },
): PortalEvent | undefined {
  if (seen && !ids.some((id) => titles.has(id))) return undefined;
  const name = by === 'system' ? undefined : reader.nameOf(row.actorId);
  return {
    eventId: row.auditId,
    at: row.at,
    by,
    ...(name ? { name } : {}),
    mine: row.actorId === reader.userId,
    kind,
    event,
    about: ids.flatMap((id) => titles.get(id) ?? []),
  };
}
