import { badRequest, GraphError } from '../graph-error.ts';
import { json, type Reply } from '../reply.ts';
import { DAY_MS } from '../world/dates.ts';
import { allowOptions, type GraphCall, selected } from './call.ts';
import { contextOf, expiredPageToken, linkTo } from './collection.ts';
import { openToken, sealToken } from './page-token.ts';
import { userShape } from './user-shape.ts';
import { guardUserProperties } from './users.ts';

/** Identity delta links live this long. Source: Microsoft 365 developer blog, "Duration of change tracking tokens". */
const LINK_DAYS = 7;
const DEFAULT_PAGE = 100;

/** State of one round of change tracking; travels in the links. */
interface Round {
  tenantId: string;
  /** The world that the sequence numbers belong to: another start of the simulator cannot continue them. */
  builtAt: string;
  select: string[] | null;
  /** Changes after this sequence; -1 for the initial full round. */
  since: number;
  /** The round covers changes up to here. */
  until: number;
  /** Where the last page ended: a user's position in the full round, a change's sequence later. */
  after: number;
  issuedAt: number;
}

/** `GET /users/delta`: all users first, then what changed since the delta link, with `@removed` for deleted ones. */
export function usersDelta(call: GraphCall): Reply {
  allowOptions(call, ['$select', '$deltatoken']);
  const round = readRound(call);
  if (round === 'latest') return finish(call, newRound(call), []);
  const { tenant } = call;
  const size = pageSizeOf(call);
  const shape = userShape(tenant, round.select ? [...new Set([...round.select, 'id'])] : undefined);
  if (round.since < 0) {
    const left = tenant.users.filter((user) => user.position > round.after);
    const rows = left.slice(0, size).map((user) => withoutNulls(shape(user)));
    return left.length > size ? proceed(call, round, rows, left[size - 1]?.position ?? 0) : finish(call, round, rows);
  }
  const latest = new Map(
    tenant.userChanges
      .filter((change) => change.sequence > round.since && change.sequence <= round.until)
      .map((change) => [change.userId, change]),
  );
  const left = [...latest.values()]
    .filter((change) => change.sequence > round.after)
    .sort((one, other) => one.sequence - other.sequence);
  const byId = new Map(tenant.users.map((user) => [user.id, user]));
  const rows = left.slice(0, size).map(({ userId }) => {
    const user = byId.get(userId);
    return user ? shape(user) : { id: userId, '@removed': { reason: 'changed' } };
  });
  return left.length > size ? proceed(call, round, rows, left[size - 1]?.sequence ?? 0) : finish(call, round, rows);
}

function newRound(call: GraphCall): Round {
  const names = selected(call) ?? null;
  if (names?.includes('signInActivity')) throw badRequest("Change tracking is not supported for 'signInActivity'.");
  guardUserProperties(call, names ?? undefined);
  return {
    tenantId: call.tenant.id,
    builtAt: call.world.builtAt,
    select: names,
    since: -1,
    until: call.tenant.sequence,
    after: -1,
    issuedAt: call.now.getTime(),
  };
}

function readRound(call: GraphCall): Round | 'latest' {
  const delta = call.query.get('$deltatoken');
  const skip = call.query.get('$skiptoken');
  if (delta === 'latest') return 'latest';
  if (delta === null && skip === null) return newRound(call);
  const content = openToken(call.world.seed, delta ?? skip ?? '') as Partial<Round> | undefined;
  if (content?.tenantId !== call.tenant.id || content.until === undefined) throw expiredPageToken();
  const { select = null, since = -1, after = -1, until, issuedAt = 0 } = content;
  if (content.builtAt !== call.world.builtAt || call.now.getTime() - issuedAt > LINK_DAYS * DAY_MS) throw resync();
  const round: Round = {
    tenantId: call.tenant.id,
    builtAt: call.world.builtAt,
    select,
    since,
    until,
    after,
    issuedAt,
  };
  return delta === null ? round : { ...round, since: until, until: call.tenant.sequence, after: until };
}

function resync(): GraphError {
  return new GraphError(
    410,
    'syncStateNotFound',
    'The sync state generation is not found. The delta token is expired and data must be synchronized again.',
  );
}

/** Properties that were never set are left out of the first round. Source: Microsoft Graph, "user: delta". */
function withoutNulls(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

function pageSizeOf(call: GraphCall): number {
  const asked = /odata\.maxpagesize=(\d+)/i.exec(String(call.headers.prefer ?? ''))?.[1];
  return asked === undefined ? DEFAULT_PAGE : Math.min(999, Math.max(1, Number(asked)));
}

function proceed(call: GraphCall, round: Round, value: object[], after: number): Reply {
  const token = sealToken(call.world.seed, { ...round, after });
  const context = contextOf(call, 'users');
  return json({ '@odata.context': context, '@odata.nextLink': linkTo(call, [['$skiptoken', token]]), value });
}

function finish(call: GraphCall, round: Round, value: object[]): Reply {
  const token = sealToken(call.world.seed, { ...round, issuedAt: call.now.getTime() });
  const context = contextOf(call, 'users');
  return json({ '@odata.context': context, '@odata.deltaLink': linkTo(call, [['$deltatoken', token]]), value });
}
