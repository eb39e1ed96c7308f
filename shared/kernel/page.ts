import { z } from 'zod';

/** Every list takes these: a page size and the cursor of the page before. Query strings arrive as text. */
export const PageInput = {
  limit: z.coerce.number().int().min(1).max(100, 'A page holds at most 100 rows.').default(25),
  cursor: z.string().max(2_000).optional(),
};

/** A yes or no of a query string, or of a caller who has the real thing. */
export const Flag = z.union([z.boolean(), z.stringbool('Say true or false.')]);

/** A page of `item`; `cursor` is absent on the last page, and opaque: only the same list of the same person takes it. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), cursor: z.string().optional() });
}

export interface Page<T> {
  items: T[];
  cursor?: string;
}
