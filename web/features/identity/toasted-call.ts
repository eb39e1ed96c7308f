import { asProblem } from '../../ui/problem.ts';
import { tell } from '../../ui/tell.ts';
import { type ToastMessage, toast } from '../../ui/toast.tsx';

type Run = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * For actions of a row: makes the call, refreshes what it changed, and says what came of it in a toast; a refusal in one
 * that stays.
 */
export function toastedCall(run: Run) {
  return async <T>(
    work: () => Promise<T>,
    done: ToastMessage | ((answer: T) => ToastMessage),
    refresh: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<void> => {
    try {
      const answer = await run(work);
      await refresh();
      toast(typeof done === 'function' ? done(answer) : done);
    } catch (error) {
      tell(error);
      if (asProblem(error)?.status === 409) await refresh();
    }
  };
}
