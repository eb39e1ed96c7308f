import { asProblem } from '../../../ui/problem.ts';

const CHANGED = 409;

/** What the server has now: the text itself, or another's, which has to be settled with first. */
export type Written = { summary: string } | { theirs: string };

/** Ways to the server, as the page has them. */
export interface Means {
  /** Saves it over the version of the meeting that is known, and gives it as the server took it. */
  put: (summary: string) => Promise<string>;
  /** Gives the summary that the server has. */
  reload: () => Promise<string>;
}

/**
 * Saves a summary that was begun from `base`. The meeting's version moves with much else, so a conflict is one only when
 * somebody wrote another summary meanwhile.
 */
export async function writeSummary(summary: string, base: string, { put, reload }: Means): Promise<Written> {
  try {
    return { summary: await put(summary) };
  } catch (error) {
    if (asProblem(error)?.status !== CHANGED) throw error;
  }
  const stored = await reload();
  // A try before this one may have arrived while its answer did not.
  if (stored === summary) return { summary };
  return stored === base ? { summary: await put(summary) } : { theirs: stored };
}
