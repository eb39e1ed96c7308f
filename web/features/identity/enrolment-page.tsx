import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery, useSession } from '../../lib/session.ts';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Enrolment } from './enrolment.tsx';
import { type Gate, knownGate } from './gate.ts';
import { GateShell } from './gate-shell.tsx';
import { firstSeedQuery } from './queries.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SomeoneElse } from './second-factor-page.tsx';
import { useArrive } from './use-arrive.ts';

/** The second factor of somebody who must have one and has none: the app first, then the codes for a lost phone. */
export function EnrolmentPage({ gate, next }: { gate: Gate; next?: string }) {
  const session = useSession();
  const queryClient = useQueryClient();
  const arrive = useArrive(gate);
  const [codes, setCodes] = useState<string[]>();
  const seed = useQuery({ ...firstSeedQuery(), enabled: codes === undefined });
  const known = knownGate(gate, session);

  if (codes) {
    return (
      <GateShell
        gate={known}
        wide
        step="Step 2 of 2"
        title="Keep these recovery codes"
        lead="Each works once in place of the app. This is the only time they are shown."
      >
        <RecoveryCodes
          codes={codes}
          msp={session.msp.name}
          email={session.person.email}
          onFinish={async () => arrive(await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 }), next)}
        />
      </GateShell>
    );
  }
  return (
    <GateShell
      gate={known}
      wide
      step="Step 1 of 2"
      title="Set up your second factor"
      lead="An authenticator app makes a new code every 30 seconds. Any app works."
      below={
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-1">
          <span>Next you get 10 recovery codes, in case you lose the phone.</span>
          <SomeoneElse gate={gate} />
        </div>
      }
    >
      {seed.data ? (
        <Enrolment key={seed.dataUpdatedAt} seed={seed.data} onCodes={setCodes} onAgain={() => void seed.refetch()} />
      ) : seed.error ? (
        <ErrorState error={seed.error} onRetry={() => void seed.refetch()} />
      ) : (
        <EnrolmentSkeleton />
      )}
    </GateShell>
  );
}

/** In the size of what comes. */
export function EnrolmentSkeleton() {
  return (
    <Loading label="Making a secret" className="grid gap-6 sm:grid-cols-[15rem_1fr] sm:gap-8">
      <Skeleton className="aspect-square h-auto rounded-control max-sm:mx-auto max-sm:w-58" />
      <div className="flex flex-col gap-3">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="h-control rounded-control" />
        <Skeleton className="mt-6 h-5 w-52" />
        <Skeleton className="h-12 rounded-control" />
        <Skeleton className="h-control rounded-control" />
      </div>
    </Loading>
  );
}
