import { type ReactNode, useState } from 'react';
import { Callout } from './callout.tsx';
import { refusalWords } from './states.tsx';

export interface Sending {
  busy: boolean;
  /** Why it was refused, to be shown beside what was typed; null while nothing was. */
  refusal: ReactNode;
  send: () => void;
  /** Forgets the refusal. */
  clear: () => void;
}

/** Something that is sent with what was typed staying there until it has arrived: whether it runs, and what was refused. */
export function useSending(run: () => Promise<void>): Sending {
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState<string>();
  const clear = () => setWords(undefined);
  const send = async () => {
    setBusy(true);
    clear();
    try {
      await run();
    } catch (error) {
      setWords(refusalWords(error));
    } finally {
      setBusy(false);
    }
  };
  const refusal = words ? (
    <div role="alert">
      <Callout tone="bad" title={words} />
    </div>
  ) : null;
  return { busy, refusal, send: () => void send(), clear };
}
