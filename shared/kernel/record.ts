import { z } from 'zod';
import { Instant } from './date.ts';
import { Id } from './id.ts';

/** Where a record came from. */
export const Source = z.enum(['manual', 'sync', 'rule', 'import']);

/** What every record carries beside its own fields. */
export const RecordFields = {
  mspId: Id,
  /** Optimistic lock: sent back with every change; a stale one answers 409 with the current version. */
  v: z.int().min(1),
  createdAt: Instant,
  createdBy: z.string(),
  updatedAt: Instant,
  updatedBy: z.string(),
  source: Source,
};

/** The version that a change is based on. */
export const Version = z.coerce.number().int().min(1);

/** The answer when nothing is left to tell. */
export const Gone = z.object({});
export type Gone = z.infer<typeof Gone>;
