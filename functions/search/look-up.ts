import { startOf } from '../../shared/search/tokens.ts';
import { beginningWith } from '../_kit/store.ts';
import { TokenEntity } from './search.entity.ts';

/** The rows of an MSP whose token begins with a word: one stretch of one partition. */
export function lookUp(mspId: string, word: string) {
  const [from, to] = beginningWith(word);
  const [first, last] = [{ token: from }, { token: to }];
  return TokenEntity.query.starting({ mspId, start: startOf(word) }).between(first, last);
}
