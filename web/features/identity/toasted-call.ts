import { asProblem } from '../../ui/problem.ts';
import { errorWords } from '../../ui/states.tsx';
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
      const { title, detail } = errorWords(error);
      toast({ title, ...(detail ? { detail } : {}), tone: 'bad' });
      if (asProblem(error)?.status === 409) await refresh();
      if (!asProblem(error) && !(error instanceof TypeError)) reportError(error);
    }
  };
}
