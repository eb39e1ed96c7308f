import { asProblem } from '../ui/problem.ts';

const CHANGED = 409;

/**
 * Saves what a form holds over the version that it was filled from. Nobody who was first is overwritten unseen: what they
 * stored comes back, to be shown beside what was typed. What they changed beside it is no obstacle.
 *
 * @param concerns whether what is stored now is something else than what the form was filled with
 * @returns what is stored now when nothing was saved
 */
export async function saveOver<Stored extends { v: number }>(
  v: number,
  {
    write,
    newest,
    concerns,
  }: { write: (v: number) => Promise<unknown>; newest: () => Promise<Stored>; concerns: (now: Stored) => boolean },
): Promise<Stored | undefined> {
  try {
    await write(v);
    return undefined;
  } catch (error) {
    if (asProblem(error)?.status !== CHANGED) throw error;
    const now = await newest();
    if (concerns(now)) return now;
    await write(now.v);
    return undefined;
  }
}
