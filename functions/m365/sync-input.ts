import { z } from 'zod';

/** What the steps after the first are given: the run, and the fence number that its plan has drawn. */
export const SyncInput = z.object({
  mspId: z.string(),
  integrationId: z.string(),
  runId: z.string(),
  longestWait: z.number().min(0),
  fence: z.int(),
  /** Companies judged by earlier calls of the same step. */
  assessed: z.int().default(0),
});
