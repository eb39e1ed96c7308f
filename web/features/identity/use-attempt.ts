import { useState } from 'react';
import { asProblem, reportBug } from '../../ui/problem.ts';
import { useCall } from './use-call.ts';

export interface Attempt {
  busy: boolean;
  error: unknown;
  /** Runs one thing at a time. Resolves with undefined when it failed; `error` then says why. */
  run: <T extends object>(work: () => Promise<T>) => Promise<T | undefined>;
  clear: () => void;
}

/** State of a button or a small form that makes one call: on its way, refused, or nothing. */
export function useAttempt(): Attempt {
  const call = useCall();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async <T extends object>(work: () => Promise<T>): Promise<T | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setError(undefined);
    try {
      return await call(work);
    } catch (failure) {
      setError(failure);
      reportBug(failure);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run, clear: () => setError(undefined) };
}

/** The API's words about one field of the call, if it said any. */
export function fieldProblem(error: unknown, field: string): string | undefined {
  return asProblem(error)?.errors?.find(({ path }) => String(path) === field)?.message;
}
