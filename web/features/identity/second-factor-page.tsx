import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { signOut } from '../../lib/sign-out.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { OtpInput } from '../../ui/otp-input.tsx';
import { asProblem } from '../../ui/problem.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { type Gate, gateHref, knownGate } from './gate.ts';
import { GateShell } from './gate-shell.tsx';
import { Refusal } from './refusal.tsx';
import { useArrive } from './use-arrive.ts';
import { fieldProblem, useAttempt } from './use-attempt.ts';

/** The second factor of somebody whose password was right: a code of the app, or one of the recovery codes. */
export function SecondFactorPage({ gate, next }: { gate: Gate; next?: string }) {
  const session = useSession();
  const arrive = useArrive(gate);
  const attempt = useAttempt();
  const [way, setWay] = useState<'app' | 'recovery'>('app');
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const give = async (given: string) => {
    setMissing(given.trim().length < 6);
    if (given.trim().length < 6) return form.current?.querySelector('input')?.focus();
    const opened = await attempt.run(() => client.identity.giveSecondFactor({ code: given }));
    if (opened) return arrive(opened, next);
    if (way === 'app') setCode('');
    form.current?.querySelector('input')?.focus();
  };
  const change = (digits: string) => {
    setMissing(false);
    setCode(digits);
  };
  const turn = () => {
    setWay(way === 'app' ? 'recovery' : 'app');
    change('');
    attempt.clear();
  };

  const wrong = fieldProblem(attempt.error, 'code');
  const over = asProblem(attempt.error)?.status === 401;
  const error = missing ? (way === 'app' ? 'Enter all 6 digits.' : 'Enter the whole recovery code.') : wrong;
  return (
    <GateShell
      gate={knownGate(gate, session)}
      title={way === 'app' ? 'Enter your code' : 'Enter a recovery code'}
      lead={
        way === 'app'
          ? `From the authenticator app for ${session.person.email}`
          : 'One of the ten that you saved when you set up your second factor. Each works once.'
      }
      below={<SomeoneElse gate={gate} />}
    >
      <form
        ref={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void give(code);
        }}
      >
        {wrong ? null : (
          <Refusal
            error={attempt.error}
            actions={over ? <LinkButton href={gateHref(gate, 'sign-in', next)}>Sign in</LinkButton> : undefined}
          />
        )}
        {way === 'app' ? (
          <Field key="app" label="Code" help="6 digits. You can paste it." error={error}>
            <OtpInput value={code} onChange={change} onComplete={(digits) => void give(digits)} autoFocus />
          </Field>
        ) : (
          <Field key="recovery" label="Recovery code" help="Capitals, spaces and dashes do not matter." error={error}>
            <TextInput
              value={code}
              onChange={(event) => change(event.target.value)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
            />
          </Field>
        )}
        <Button type="submit" variant="primary" busy={attempt.busy}>
          Continue
        </Button>
      </form>
      <div className="border-line border-t pt-4 text-center">
        <Button variant="link" onClick={turn}>
          {way === 'app' ? 'Use a recovery code' : 'Use the authenticator app'}
        </Button>
      </div>
    </GateShell>
  );
}

/** Ends the half-open session and starts over. */
export function SomeoneElse({ gate }: { gate: Gate }) {
  const queryClient = useQueryClient();
  return (
    <button
      type="button"
      className="inline-flex min-h-6 items-center gap-1.5 hover:text-ink hover:underline"
      onClick={() => void signOut(queryClient, gateHref(gate, 'sign-in'))}
    >
      <ArrowLeft aria-hidden className="size-3.5" />
      Sign in as someone else
    </button>
  );
}
