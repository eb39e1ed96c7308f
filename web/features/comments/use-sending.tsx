import { type ReactNode, useState } from 'react';
import { Callout } from '../../ui/callout.tsx';
import { errorWords } from '../../ui/states.tsx';

/** Something that is sent with what was typed staying there until it has arrived: whether it runs, and what was refused. */
export function useSending(run: () => Promise<void>): { busy: boolean; refusal: ReactNode; send: () => void } {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ReturnType<typeof errorWords>>();
  const send = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await run();
    } catch (error) {
      setRefused(errorWords(error));
    } finally {
      setBusy(false);
    }
  };
  const refusal = refused ? (
    <div role="alert">
      <Callout tone="bad" title={refused.title}>
        {refused.detail}
      </Callout>
    </div>
  ) : null;
  return { busy, refusal, send: () => void send() };
}
