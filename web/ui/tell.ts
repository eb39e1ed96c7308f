import { reportBug } from './problem.ts';
import { errorWords } from './states.tsx';
import { type ToastMessage, toast } from './toast.tsx';

/** Why something was refused, as a toast. A bug of ours is reported too. */
export function refusalToast(error: unknown): ToastMessage {
  reportBug(error);
  const { title, detail } = errorWords(error);
  return { title, detail, tone: 'bad' };
}

/** Says why something was refused, where no form shows it. Takes nothing else, so that it can be an `onError` itself. */
export function tell(error: unknown): void {
  toast(refusalToast(error));
}
