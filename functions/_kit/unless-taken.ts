import { AppError } from '../../shared/kernel/error.ts';

/**
 * Waits for work that somebody else may have done first (another tick of the clock, a person): then it was refused, and
 * there is nothing left to do.
 */
export async function unlessTaken(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError) || (error.status !== 409 && error.status !== 422)) throw error;
  }
}
