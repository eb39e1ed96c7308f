import { op } from '../kernel/op.ts';
import { SearchAnswer, SearchQuery } from './search.ts';

/** Records of all clients by the beginnings of their words: what the person may read, of the clients that they see. */
export const searchApi = {
  find: op('search:read', 'GET', '/search').input(SearchQuery).output(SearchAnswer),
};
