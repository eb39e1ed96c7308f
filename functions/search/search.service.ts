import { permit } from '../../shared/kernel/actor.ts';
import { asked, hasAll, lookUps } from '../../shared/search/asked.ts';
import {
  chosen,
  MOST_OF_TYPE,
  SEARCHED,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
} from '../../shared/search/search.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { lookUp } from './look-up.ts';
import { TokenEntity, type TokenRow } from './search.entity.ts';
import { seek } from './seek.ts';

const hitOf = ({ type, recordId, companyId, label, hint }: TokenRow): SearchHit => ({
  type,
  id: recordId,
  companyId,
  label,
  ...(hint === undefined ? {} : { hint }),
});

/**
 * Records in which every word of the query begins a word: those that the actor may read, of clients that they see. The
 * words that tell most are looked up, the others are held against what that finds.
 */
export async function find(scope: Scope, { q, limit }: SearchQuery): Promise<SearchAnswer> {
  const query = asked(q);
  const words = lookUps(query);
  const look = (what: 'clients' | 'records') =>
    seek<TokenRow>(words, {
      read: (word, rows, cursor) => page(scope, TokenEntity, lookUp(scope.mspId, what, word), { limit: rows, cursor }),
      isMeant: (row) => permit(scope.actor, SEARCHED[row.type], row) === 'allowed' && hasAll(row, query),
      nameOf: ({ type, recordId }) => `${type}#${recordId}`,
      enough: Math.min(limit, MOST_OF_TYPE),
    });
  const [clients, records] = await Promise.all([look('clients'), look('records')]);
  const { items, more } = chosen([...clients.rows, ...records.rows].map(hitOf), limit);
  return { items, more: more || clients.rest || records.rest };
}
