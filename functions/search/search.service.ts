import { permit } from '../../shared/kernel/actor.ts';
import { chosen, SEARCHED, type SearchAnswer, type SearchHit, type SearchQuery } from '../../shared/search/search.ts';
import { hasAll, wordsAsked } from '../../shared/search/tokens.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { lookUp } from './look-up.ts';
import { TokenEntity, type TokenRow } from './search.entity.ts';

/** Rows that a read unit or a bit more pays for. */
const PAGE = 30;
/** Reading goes on only while nothing was found: for who sees few of many clients, or when further words thin the rows out. */
const MOST_PAGES = 5;

const hitOf = ({ type, recordId, companyId, label, hint }: TokenRow): SearchHit => ({
  type,
  id: recordId,
  companyId,
  label,
  ...(hint === undefined ? {} : { hint }),
});

/** Hits among the rows of a query, and whether rows are left that were not looked at. */
async function look(
  scope: Scope,
  query: ReturnType<typeof lookUp>,
  isMeant: (row: TokenRow) => boolean,
): Promise<{ hits: SearchHit[]; rest: boolean }> {
  let cursor: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const rows = await page(scope, TokenEntity, query, { limit: PAGE, cursor });
    const hits = rows.items.filter(isMeant).map(hitOf);
    cursor = rows.cursor;
    if (cursor === undefined || hits.length > 0 || pages === MOST_PAGES) return { hits, rest: cursor !== undefined };
  }
}

/**
 * Records in which every word of the query begins a word: those that the actor may read, of clients that they see. The
 * longest word is looked up, the others are held against what it finds.
 */
export async function find(scope: Scope, { q, limit }: SearchQuery): Promise<SearchAnswer> {
  const words = wordsAsked(q);
  const [longest] = words;
  if (longest === undefined) return { items: [], more: false };
  const isMeant = (row: TokenRow) => permit(scope.actor, SEARCHED[row.type], row) === 'allowed' && hasAll(row, words);
  const [clients, records] = await Promise.all([
    look(scope, lookUp(scope.mspId, 'clients', longest), isMeant),
    look(scope, lookUp(scope.mspId, 'records', longest), isMeant),
  ]);
  const { items, more } = chosen([...clients.hits, ...records.hits], limit);
  return { items, more: more || clients.rest || records.rest };
}
