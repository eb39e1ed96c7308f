import type { SearchType } from '../../shared/search/search.ts';
import { startOf } from '../../shared/search/tokens.ts';
import { beginningWith } from '../_kit/store.ts';
import { TokenEntity } from './search.entity.ts';

/** Clients stand by themselves, so that what is found of them is never behind a thousand devices that are named after them. */
const CLIENTS = 'clients';

/** Name of the partition in which a record of this type stands under a token. A start has two characters: none is called `clients`. */
export function partitionOf(type: SearchType, token: string): string {
  return type === 'client' ? CLIENTS : startOf(token);
}

/** The rows of an MSP whose token begins with a word, of clients or of all other records: one stretch of one partition. */
export function lookUp(mspId: string, what: 'clients' | 'records', word: string) {
  const [from, to] = beginningWith(word);
  const [first, last] = [{ token: from }, { token: to }];
  const start = what === 'clients' ? CLIENTS : startOf(word);
  return TokenEntity.query.starting({ mspId, start }).between(first, last);
}
