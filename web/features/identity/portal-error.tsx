import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { asProblem } from '../../ui/problem.ts';
import { ErrorState } from '../../ui/states.tsx';
import { GateShell } from './gate-shell.tsx';

const NOWHERE = { name: 'Client portal' };

/** In place of a page before the session whose portal does not exist, or could not be asked for. */
export function PortalError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (asProblem(error)?.status === 404) {
    return (
      <GateShell gate={NOWHERE} title="There is no portal at this address">
        <p>The address may be mistyped. It stands in the mail that invited you, and your MSP can send it again.</p>
      </GateShell>
    );
  }
  return (
    <GateShell gate={NOWHERE} title="The portal could not be opened">
      <ErrorState
        error={error}
        className="py-4"
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </GateShell>
  );
}
