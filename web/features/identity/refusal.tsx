import { type ReactNode, useEffect, useState } from 'react';
import { Callout } from '../../ui/callout.tsx';
import { asProblem } from '../../ui/problem.ts';
import { errorSentence } from '../../ui/states.tsx';
import { countdown, waitOf } from './wait.ts';

/** Why something was refused, in the API's own words. A lock that opens by itself shows how long it still takes. */
export function Refusal({ error, actions }: { error: unknown; actions?: ReactNode }) {
  if (!error) return null;
  const wait = waitOf(asProblem(error));
  const words = errorSentence(error);
  return (
    <div role="alert">
      {wait > 0 ? (
        <Waiting error={error} seconds={wait} words={words} />
      ) : (
        <Callout tone="bad" title={words} actions={actions} />
      )}
    </div>
  );
}

function Waiting({ error, seconds, words }: { error: unknown; seconds: number; words: string }) {
  const left = useSecondsLeft(error, seconds);
  if (left === 0) return <Callout tone="info" title="You can try again now." />;
  // Hidden from screen readers: the sentence gives the time, and a figure that ticks would be read out each second.
  return <Callout tone="wait" title={words} aside={<span aria-hidden>{countdown(left)}</span>} />;
}

function useSecondsLeft(error: unknown, seconds: number): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal starts its own countdown, also of the same length
  useEffect(() => {
    const until = Date.now() + seconds * 1_000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [error, seconds]);
  return left;
}
