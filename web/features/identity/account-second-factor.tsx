import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Profile, TotpSeed } from '../../../shared/identity/profile.ts';
import type { Proof } from '../../../shared/identity/session.ts';
import { client } from '../../lib/api.ts';
import { sessionQuery, useSession } from '../../lib/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { Enrolment } from './enrolment.tsx';
import { ownSessionsQuery, profileQuery } from './queries.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useCall } from './use-call.ts';

const ProofDialog = lazy(() => import('./proof-dialog.tsx'));

const FEW = 3;

type Task = 'set-up' | 'renew' | 'off';

const PROOF: Record<Task, { title: string; description: string; verb: string; danger?: boolean }> = {
  'set-up': {
    title: 'Confirm that it is you',
    description:
      'Then you scan a new code with your authenticator app. Until its first code is given, nothing changes.',
    verb: 'Go on',
  },
  renew: {
    title: 'New recovery codes',
    description: 'You get ten new ones. The ones you have stop working at once.',
    verb: 'Make new codes',
  },
  off: {
    title: 'Switch off the second factor',
    description:
      'Your password alone will open your account, and your recovery codes stop working. Other sessions end.',
    verb: 'Switch off',
    danger: true,
  },
};

/** The authenticator: set up, replace, switch off, and new recovery codes. */
export default function SecondFactorTab() {
  const { msp, person } = useSession();
  const queryClient = useQueryClient();
  const call = useCall();
  const profile = useQuery(profileQuery());
  const [task, setTask] = useState<Task>();
  const [seed, setSeed] = useState<TotpSeed>();
  const [codes, setCodes] = useState<string[]>();

  const renewed = async () => {
    await Promise.all([
      queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 }),
      queryClient.invalidateQueries({ queryKey: profileQuery().queryKey }),
      queryClient.invalidateQueries({ queryKey: ownSessionsQuery().queryKey }),
    ]);
  };
  const prove = async (proof: Proof) => {
    if (task === 'set-up') setSeed(await call(() => client.identity.startTotp(proof)));
    if (task === 'renew') setCodes((await call(() => client.identity.renewRecoveryCodes(proof))).codes);
    if (task === 'off') {
      queryClient.setQueryData(sessionQuery().queryKey, await call(() => client.identity.disableTotp(proof)));
      await renewed();
      toast({ title: 'Second factor switched off' });
    }
    setTask(undefined);
  };

  if (codes) {
    return (
      <Card>
        <CardHead title="Keep these recovery codes" fact="Shown only now" />
        <CardBody>
          <RecoveryCodes
            codes={codes}
            msp={msp.name}
            email={person.email}
            onFinish={async () => {
              await renewed();
              setCodes(undefined);
            }}
          />
        </CardBody>
      </Card>
    );
  }
  if (seed) {
    return (
      <Card>
        <CardHead
          title="Set up your authenticator app"
          action={
            <Button variant="quiet" size="sm" onClick={() => setSeed(undefined)}>
              Cancel
            </Button>
          }
        />
        <CardBody data-scale="touch">
          <Enrolment
            seed={seed}
            onCodes={(made) => {
              setSeed(undefined);
              setCodes(made);
            }}
            onAgain={() => {
              setSeed(undefined);
              setTask('set-up');
            }}
          />
        </CardBody>
      </Card>
    );
  }
  if (profile.error) return <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />;
  if (!profile.data) return <CardSkeleton label="Loading your second factor" rows={3} />;
  return (
    <>
      <State profile={profile.data} onTask={setTask} />
      {task ? (
        <Suspense>
          <ProofDialog {...PROOF[task]} onProof={prove} onClose={() => setTask(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}

function State({ profile, onTask }: { profile: Profile; onTask: (task: Task) => void }) {
  const { secondFactor: on, recoveryCodesLeft: left } = profile;
  return (
    <Card>
      <CardHead
        title="Authenticator app"
        action={<Badge tone={on ? 'ok' : 'warn'}>{on ? 'On' : 'Not set up'}</Badge>}
      />
      <CardBody className="flex flex-col gap-4">
        <p className="text-ink-2">
          {on
            ? 'Signing in asks for your password and a code of your app.'
            : 'With a second factor a stolen password alone opens nothing. Any authenticator app works.'}
        </p>
        {on && left <= FEW ? (
          <Callout title={left === 0 ? 'No recovery code is left' : `Only ${left} recovery codes are left`}>
            Make new ones, so that you get in when the phone is lost.
          </Callout>
        ) : null}
        {on && left > FEW ? <p className="num text-ink-2">{left} of 10 recovery codes are left.</p> : null}
        <div className="flex flex-wrap gap-2">
          <Button variant={on ? 'secondary' : 'primary'} onClick={() => onTask('set-up')}>
            {on ? 'Replace the app' : 'Set up'}
          </Button>
          {on ? <Button onClick={() => onTask('renew')}>New recovery codes</Button> : null}
          {on ? (
            <Button variant="quiet" onClick={() => onTask('off')}>
              Switch off
            </Button>
          ) : null}
        </div>
      </CardBody>
    </Card>
  );
}
