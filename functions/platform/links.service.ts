import type { Link, LinkEnd } from '../../shared/kernel/link.ts';
import { erase, type Op, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { LinkEntity, type LinkRow } from './link.entity.ts';

/** Links at one record; a record with more is not explained by links any more. */
const MOST = 500;

type Between = Pick<Link, 'companyId' | 'from' | 'to' | 'role'>;

function rowOf(scope: Scope, { companyId, from, to, role }: Between): LinkRow {
  return {
    mspId: scope.mspId,
    companyId,
    fromType: from.type,
    fromId: from.id,
    toType: to.type,
    toId: to.id,
    role,
    createdAt: scope.now().toISOString(),
  };
}

/** The part of a commit that links two records. */
export function link(scope: Scope, between: Between): Op {
  return put(LinkEntity, rowOf(scope, between), { audit: false });
}

/** The part of a commit that takes a link away. */
export function unlink(scope: Scope, between: Between): Op {
  return erase(LinkEntity, rowOf(scope, between));
}

function linkOf({ companyId, fromType, fromId, toType, toId, role, createdAt }: LinkRow): Link {
  return { companyId, from: { type: fromType, id: fromId }, to: { type: toType, id: toId }, role, createdAt };
}

function rowsFrom(scope: Scope, companyId: string, { type, id }: LinkEnd, consistent: boolean): Promise<LinkRow[]> {
  const query = LinkEntity.query.from({ mspId: scope.mspId, companyId, fromType: type, fromId: id });
  return all(scope, LinkEntity, query, { most: MOST, consistent });
}

/** Every link from a record: what it led to and where it is used; `consistent` for a decision. */
export async function linksFrom(
  scope: Scope,
  companyId: string,
  record: LinkEnd,
  { consistent = false } = {},
): Promise<Link[]> {
  return (await rowsFrom(scope, companyId, record, consistent)).map(linkOf);
}

/** Every link at a record, from it and to it: what it led to and where it is used. */
export async function linksAt(scope: Scope, companyId: string, record: LinkEnd): Promise<Link[]> {
  const { mspId } = scope;
  const [out, back] = await Promise.all([
    rowsFrom(scope, companyId, record, false),
    all(scope, LinkEntity, LinkEntity.query.whereUsed({ mspId, toType: record.type, toId: record.id }), { most: MOST }),
  ]);
  return [...out, ...back].filter((row) => row.companyId === companyId).map(linkOf);
}
