import { errorWords } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';

/** Asks where a file lies and lets the browser save it; a refusal is told in a toast. */
export async function fetchFile(ask: () => Promise<{ url: string }>): Promise<void> {
  try {
    const { url } = await ask();
    window.location.assign(url);
  } catch (error) {
    const { title, detail } = errorWords(error);
    toast({ title, detail, tone: 'bad' });
  }
}
