import type { SearchAnswer, SearchType } from '../../../shared/search/search.ts';
import { ask, type Member, ok } from '../../identity/testing/members.ts';

/** What somebody is told who searches. */
export const search = async (who: { cookie: string }, q: string, limit?: number): Promise<SearchAnswer> =>
  ok(
    await ask<SearchAnswer>(
      who,
      'GET',
      `/search?q=${encodeURIComponent(q)}${limit === undefined ? '' : `&limit=${limit}`}`,
    ),
  );

/** The labels of what somebody finds, of one type when it is named. */
export async function found(who: Member, q: string, type?: SearchType): Promise<string[]> {
  const { items } = await search(who, q);
  return items.filter((item) => type === undefined || item.type === type).map(({ label }) => label);
}
