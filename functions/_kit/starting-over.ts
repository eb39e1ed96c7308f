import { AppError } from '../../shared/kernel/error.ts';

/** Somebody else changed the record, or made it, between reading and writing. A refusal for another reason stays one. */
const cameBetween = ({ status, code }: AppError) => status === 409 || code.endsWith('.exists');

/**
 * Does read-and-commit work anew when somebody else changed the same record in between: its commit was refused, so nothing was
 * written.
 *
 * @param code only for this refusal, where another one is the caller's to hear: `integration.changed`
 */
export async function startingOver<T>(attempts: number, work: () => Promise<T>, code?: string): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || !cameBetween(error) || attempt === attempts) throw error;
      if (code !== undefined && error.code !== code) throw error;
    }
  }
}
