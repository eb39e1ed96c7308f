import { badRequest, GraphError, unsupportedQuery } from '../graph-error.ts';
import { json, type Reply } from '../reply.ts';
import { type GraphCall, selected } from './call.ts';
import { openToken, sealToken } from './page-token.ts';

/** A list that is served page by page. */
export interface Listing<Row> {
  /** Name in `@odata.context`. */
  context: string;
  rows: readonly Row[];
  /** Ascending place of a row that stays the same while others come and go. */
  positionOf: (row: Row, index: number) => number;
  shape: (row: Row) => object;
  /** Page size without `$top`, and the most a page holds whatever is asked. */
  pageSize: number;
  maxPageSize: number;
  /** `@odata.count`, sent with the first page. */
  count?: number;
}

const MAX_TOP = 999;

/** Reads `$top`; the wording is Graph's. */
function pageSizeOf(call: GraphCall, listing: { pageSize: number; maxPageSize: number }): number {
  const top = call.query.get('$top');
  if (top === null) return listing.pageSize;
  if (!/^\d+$/.test(top) || Number(top) < 1 || Number(top) > MAX_TOP) {
    throw unsupportedQuery(`Invalid page size specified: '${top}'. Must be between 1 and ${MAX_TOP} inclusive.`);
  }
  return Math.min(Number(top), listing.maxPageSize);
}

function startOf(call: GraphCall): number {
  const token = call.query.get('$skiptoken');
  if (token === null) return Number.NEGATIVE_INFINITY;
  const content = openToken(call.world.seed, token);
  if (content?.tenantId !== call.tenant.id || content.path !== call.path || typeof content.after !== 'number') {
    throw expiredPageToken();
  }
  return content.after;
}

export function expiredPageToken(): GraphError {
  return new GraphError(
    400,
    'Directory_ExpiredPageToken',
    'The specified page token value has expired and can no longer be included in your request.',
  );
}

/** A link to the same resource; option names keep their `$` as in Graph's own links. */
export function linkTo(call: GraphCall, options: Iterable<[string, string]>): string {
  const query = [...options].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${call.origin}/${call.version}${call.path}${query === '' ? '' : `?${query}`}`;
}

/** `@odata.context`, which names Microsoft's host and the selected properties. */
export function contextOf(call: GraphCall, name: string): string {
  const names = selected(call);
  return `https://graph.microsoft.com/${call.version}/$metadata#${name}${names ? `(${names.join(',')})` : ''}`;
}

/** One page of a listing with the link to the next. */
export function page<Row>(call: GraphCall, listing: Listing<Row>): Reply {
  const size = pageSizeOf(call, listing);
  const after = startOf(call);
  const found: { row: Row; position: number }[] = [];
  for (const [index, row] of listing.rows.entries()) {
    const position = listing.positionOf(row, index);
    if (position > after) found.push({ row, position });
    if (found.length > size) break;
  }
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  const more = found.length > size && last !== undefined;
  const carried = [...call.query].filter(([name]) => name !== '$skiptoken');
  const token = more
    ? sealToken(call.world.seed, { tenantId: call.tenant.id, path: call.path, after: last.position })
    : '';
  return json({
    '@odata.context': contextOf(call, listing.context),
    ...(listing.count !== undefined && after === Number.NEGATIVE_INFINITY ? { '@odata.count': listing.count } : {}),
    ...(more ? { '@odata.nextLink': linkTo(call, [...carried, ['$skiptoken', token]]) } : {}),
    value: rows.map(({ row }) => listing.shape(row)),
  });
}

/** Keeps the selected properties of a whole object; an unknown name is 400 as in Graph. */
export function pickSelected(call: GraphCall, typeName: string): (row: object) => object {
  const names = selected(call);
  if (!names) return (row) => row;
  return (row) => {
    const known = new Map(Object.entries(row));
    return Object.fromEntries(
      names.map((name) => {
        if (!known.has(name)) throw unknownProperty(name, typeName);
        return [name, known.get(name)];
      }),
    );
  };
}

export function unknownProperty(name: string, typeName: string): GraphError {
  return badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.${typeName}'.`);
}
