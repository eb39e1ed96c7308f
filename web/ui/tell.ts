import { errorWords } from './states.tsx';
import { toast } from './toast.tsx';

/** Says why something was refused, where no form shows it. */
export function tell(error: unknown): void {
  const { title, detail } = errorWords(error);
  toast({ title, detail, tone: 'bad' });
}
