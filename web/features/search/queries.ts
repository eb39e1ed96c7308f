import { api } from '../../lib/api.ts';

/** Records whose words begin as the words of `q` do. */
export const searchQuery = (q: string) => api.search.find.queryOptions({ input: { q } });
