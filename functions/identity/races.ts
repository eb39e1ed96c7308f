import { AppError } from '../../shared/kernel/error.ts';

const ROUNDS = 5;

/** Refusals of commits that lost against another change of the same login; what pages send versions of is not among them. */
const LOGIN_ROWS = new Set(['credentials.changed', 'membership.changed', 'session.changed', 'attempts.changed']);

/** True when a commit lost against another change of the same login. */
export function lostRace(error: unknown): boolean {
  return error instanceof AppError && LOGIN_ROWS.has(error.code);
}

/**
 * Reads, decides and commits again when another request changed the same login meanwhile.
 *
 * @param work must read what it decides on when told to do it `again`: the second round then sees the recovery code used
 *   or the password changed, and refuses
 * @throws AppError 503 when others keep getting in between
 */
export async function untilUncontended<T>(work: (again: boolean) => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await work(round > 1);
    } catch (error) {
      if (!lostRace(error)) throw error;
      if (round === ROUNDS) {
        throw new AppError(503, 'login.busy', 'This login is in use elsewhere right now. Try again in a moment.', {
          retryAfter: 1,
        });
      }
    }
  }
}
