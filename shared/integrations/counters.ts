import { z } from 'zod';

/**
 * What happened to the rows of a listing. Always read = created + changed + unchanged + quarantined; `removed` rows were
 * not in the listing and stand apart.
 */
export const Counters = z.object({
  read: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  quarantined: z.int(),
  removed: z.int(),
});
export type Counters = z.infer<typeof Counters>;

export const NOTHING: Counters = { read: 0, created: 0, changed: 0, unchanged: 0, quarantined: 0, removed: 0 };

/** Sum of counters. */
export function addUp(parts: readonly Counters[]): Counters {
  const sum = { ...NOTHING };
  for (const part of parts) for (const key of Object.keys(sum) as (keyof Counters)[]) sum[key] += part[key];
  return sum;
}
