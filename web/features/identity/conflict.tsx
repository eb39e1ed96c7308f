import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { asProblem } from '../../ui/problem.ts';

export interface Conflict {
  /** Saves; somebody else's change in between keeps what was typed and is told in `callout`. Other refusals pass through. */
  guard: (save: () => Promise<void>) => Promise<void>;
  callout: ReactNode;
}

/** For a form over a versioned record. `reload` fetches what is stored now and shows it in place of what was typed. */
export function useConflict(reload: () => Promise<void>): Conflict {
  const [words, setWords] = useState<string>();
  const guard = async (save: () => Promise<void>) => {
    setWords(undefined);
    try {
      await save();
    } catch (error) {
      const problem = asProblem(error);
      if (problem?.status !== 409 || problem.errors?.length) throw error;
      setWords(problem.detail ?? problem.title);
    }
  };
  const callout = words ? (
    <div role="alert">
      <Callout
        title={words}
        actions={
          <Button
            onClick={async () => {
              await reload();
              setWords(undefined);
            }}
          >
            Reload
          </Button>
        }
      >
        Nothing was saved. What you typed is still here; Reload puts the stored values in its place.
      </Callout>
    </div>
  ) : null;
  return { guard, callout };
}
