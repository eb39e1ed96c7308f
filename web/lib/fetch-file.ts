import { tell } from '../ui/tell.ts';

/** Asks where a file lies and lets the browser save it; a refusal is told in a toast. */
export async function fetchFile(ask: () => Promise<{ url: string }>): Promise<void> {
  try {
    const { url } = await ask();
    window.location.assign(url);
  } catch (error) {
    tell(error);
  }
}
