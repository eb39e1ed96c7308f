import { lazy, type ReactNode, Suspense, useState } from 'react';
import { client } from '../../lib/api.ts';
import { asProblem } from '../../ui/problem.ts';
import { useCall } from './use-call.ts';

const ProofDialog = lazy(() => import('./proof-dialog.tsx'));

export interface StepUp {
  /** Makes a call; when the API asks for a fresh proof first, asks the person for it and makes the call again. */
  run: <T>(work: () => Promise<T>) => Promise<T>;
  /** Render it, and inside the dialog that makes the call if there is one: dialogs know each other by nesting. */
  dialog: ReactNode;
}

/** For calls that ask for a fresh proof of who is at the keyboard (403 `session.step-up`). */
export function useStepUp(): StepUp {
  const call = useCall();
  const [asked, setAsked] = useState<{ resume: (proved: boolean) => void }>();
  const ask = () => new Promise<boolean>((resume) => setAsked({ resume })).finally(() => setAsked(undefined));
  const run = async <T,>(work: () => Promise<T>): Promise<T> => {
    try {
      return await call(work);
    } catch (error) {
      if (asProblem(error)?.code !== 'session.step-up' || !(await ask())) throw error;
      return call(work);
    }
  };
  const dialog = asked ? (
    <Suspense>
      <ProofDialog
        onProof={async (proof) => {
          await call(() => client.identity.stepUp(proof));
          asked.resume(true);
        }}
        onClose={() => asked.resume(false)}
      />
    </Suspense>
  ) : null;
  return { run, dialog };
}
