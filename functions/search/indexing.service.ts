import type { Findable } from '../../shared/search/findable.ts';
import type { SearchType } from '../../shared/search/search.ts';
import { tokensOf } from '../../shared/search/tokens.ts';
import { commit } from '../_kit/commit.ts';
import { erase, type Op, remove, replace } from '../_kit/operations.ts';
import { isSame } from '../_kit/same.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { all, find } from '../_kit/store.ts';
import { mirror } from '../integrations/mirror.service.ts';
import { partitionOf } from './look-up.ts';
import { isServed, type OneRecord, recordOf, recordsOf } from './records.ts';
import { IndexedEntity, type IndexedRow, TokenEntity } from './search.entity.ts';

/** Records of one type at one client: as many as a tenant has accounts. */
const MOST = 200_000;
/** Rows of one commit. A record takes seventeen at most: its own, eight tokens, eight that it loses. */
const MOST_ROWS = 90;
const ATTEMPTS = 5;

const texts = ({ label, hint, also }: Findable | IndexedRow) => ({ label, hint, also });

/**
 * What brings the rows of a record in line with it: none when it is written as it reads. The record's own row carries the
 * version that guards them all, so that of two who do it at once one starts over.
 */
function moves(scope: Scope, one: OneRecord, before: IndexedRow | undefined, record: Findable | undefined): Op[] {
  const { mspId } = scope;
  const { type, recordId } = one;
  const row = (token: string) => ({ mspId, type, recordId, token, start: partitionOf(type, token) });
  const tokens = record ? tokensOf(record) : [];
  const left = (before?.tokens ?? []).filter((token) => !tokens.includes(token));
  const erased = left.map((token) => erase(TokenEntity, row(token)));
  if (!record) return before ? [remove(IndexedEntity, before, { audit: false }), ...erased] : [];
  const said = texts(record);
  if (before && isSame(before.tokens, tokens) && isSame(texts(before), said)) return [];
  const { companyId } = one;
  return [
    mirror(IndexedEntity, { mspId, ...one, ...said, tokens }, before),
    ...tokens.map((token) => replace(TokenEntity, { ...row(token), companyId, ...said })),
    ...erased,
  ];
}

/** Commits the moves of many records, as many as fit at a time and each record's whole. */
async function commitAll(scope: Scope, each: readonly Op[][]): Promise<void> {
  let waiting: Op[] = [];
  const flush = async () => {
    if (waiting.length > 0) await commit(scope, waiting);
    waiting = [];
  };
  for (const ops of each) {
    if (waiting.length + ops.length > MOST_ROWS) await flush();
    waiting.push(...ops);
  }
  await flush();
}

/** Rows are read before the records: what was written meanwhile from newer records refuses what follows from older ones. */
async function refreshType(scope: Scope, companyId: string, type: SearchType): Promise<void> {
  const query = IndexedEntity.query.ofCompany({ mspId: scope.mspId, companyId, type });
  const rows = await all(scope, IndexedEntity, query, { most: MOST, consistent: true });
  const records = (await isServed(scope, companyId)) ? await recordsOf(scope, companyId, type) : [];
  const before = new Map(rows.map((row) => [row.recordId, row]));
  const now = new Map(records.map((record) => [record.recordId, record]));
  const ids = [...new Set([...before.keys(), ...now.keys()])];
  const each = ids.map((recordId) =>
    moves(scope, { companyId, type, recordId }, before.get(recordId), now.get(recordId)),
  );
  await commitAll(scope, each);
}

/**
 * Brings what is found of a client in line with its records of these types. What is in line is not written; cut off in the
 * middle, the next time goes on with the rest.
 */
export async function refresh(scope: Scope, companyId: string, types: readonly SearchType[]): Promise<void> {
  for (const type of types) await startingOver(ATTEMPTS, () => refreshType(scope, companyId, type));
}

/** Brings what is found of one record in line with it. */
export async function refreshOne(scope: Scope, one: OneRecord): Promise<void> {
  const key = IndexedEntity.get({ mspId: scope.mspId, ...one });
  await startingOver(ATTEMPTS, async () => {
    const before = await find(scope, IndexedEntity, key, { consistent: true });
    const [served, record] = await Promise.all([isServed(scope, one.companyId), recordOf(scope, one)]);
    await commitAll(scope, [moves(scope, one, before, served ? record : undefined)]);
  });
}
