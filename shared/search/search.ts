import { z } from 'zod';
import { CompanyId } from '../kernel/id.ts';
import type { Permission } from '../kernel/permissions.ts';

/** What can be found, each with what it takes to read it, in the order of importance to who searches. */
export const SEARCHED = {
  client: 'companies:read',
  contact: 'companies:read',
  device: 'devices:read',
  'm365-user': 'm365:read',
  meeting: 'meetings:read',
  'planner-item': 'planner:read',
  budget: 'budgets:read',
  goal: 'goals:read',
  finding: 'findings:read',
  report: 'reports:read',
} as const satisfies Record<string, Permission>;

export type SearchType = keyof typeof SEARCHED;
export const SEARCH_TYPES = Object.keys(SEARCHED) as SearchType[];

/** Hits of one type, and in all. */
export const MOST_OF_TYPE = 5;
export const MOST_HITS = 20;

export const SearchQuery = z.strictObject({
  q: z
    .string('Type what you are looking for.')
    .trim()
    .min(2, 'Type at least two characters.')
    .max(120, 'Search by at most 120 characters.'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_HITS, `A search gives at most ${MOST_HITS} records.`)
    .default(MOST_HITS),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** A record by its name; `hint` tells it from others of that name: serial number, address, a meeting's day as YYYY-MM-DD. */
export const SearchHit = z.object({
  type: z.enum(SEARCH_TYPES),
  id: z.string(),
  companyId: CompanyId,
  label: z.string(),
  hint: z.string().optional(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** `more`: not everything was looked at or shown; another word helps. */
export const SearchAnswer = z.object({ items: z.array(SearchHit), more: z.boolean() });
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** Each record once, at most five of a type, and whether any was left out. `hits` are in the order found. */
export function chosen(hits: readonly SearchHit[], limit: number): SearchAnswer {
  const distinct = [...new Map(hits.map((hit) => [`${hit.type}#${hit.id}`, hit])).values()];
  const byType = SEARCH_TYPES.flatMap((type) => distinct.filter((hit) => hit.type === type).slice(0, MOST_OF_TYPE));
  const items = byType.slice(0, limit);
  return { items, more: items.length < distinct.length };
}
