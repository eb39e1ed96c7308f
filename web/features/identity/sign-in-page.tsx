import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { client } from '../../lib/api.ts';
import { sessionQuery } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { asProblem } from '../../ui/problem.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { type Gate, gateHref } from './gate.ts';
import { GateShell } from './gate-shell.tsx';
import { Refusal } from './refusal.tsx';
import { useArrive } from './use-arrive.ts';
import { useAttempt } from './use-attempt.ts';

/** Email and password. Without a schema library: this page is the first that many people load. */
export function SignInPage({ gate, next }: { gate: Gate; next?: string }) {
  const arrive = useArrive(gate);
  const attempt = useAttempt();
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useAlreadyIn(gate, next);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    const lacks = {
      ...(given.email ? {} : { email: 'Enter your email address.' }),
      ...(given.password ? {} : { password: 'Enter your password.' }),
    };
    setMissing(lacks);
    if (lacks.email) return email.current?.focus();
    if (lacks.password) return password.current?.focus();
    const session = await attempt.run(() =>
      client.identity.signIn({ ...given, ...(gate.slug ? { mspSlug: gate.slug } : {}) }),
    );
    if (session) return arrive(session, next);
    password.current?.focus();
    password.current?.select();
  };

  const problem = asProblem(attempt.error);
  const wrong = problem?.code === 'sign-in.refused' ? problem.detail : undefined;
  const malformed = problem?.errors?.find(({ path }) => String(path) === 'email')?.message;
  return (
    <GateShell
      gate={gate}
      title="Sign in"
      lead={gate.slug ? `To the client portal of ${gate.name}` : 'To the console of your MSP'}
      below={
        gate.slug ? (
          'No login yet? Your office manager or your contact at the MSP can invite you.'
        ) : (
          <>
            New here? <TextLink href="/start">Set up your MSP</TextLink>
          </>
        )
      }
    >
      <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {wrong || malformed ? null : <Refusal error={attempt.error} />}
        <Field label="Email" error={missing.email ?? malformed}>
          <TextInput ref={email} type="email" name="email" autoComplete="username" autoFocus />
        </Field>
        <Field
          label="Password"
          error={missing.password ?? wrong}
          aside={<TextLink href={gateHref(gate, 'forgot-password')}>Forgot password?</TextLink>}
        >
          <PasswordInput ref={password} name="password" autoComplete="current-password" />
        </Field>
        <Button type="submit" variant="primary" busy={attempt.busy}>
          Sign in
        </Button>
      </form>
    </GateShell>
  );
}

/** Somebody who is signed in for this door already is let through. A session that was just found missing is not asked for again. */
function useAlreadyIn(gate: Gate, next: string | undefined): void {
  const arrive = useArrive(gate);
  const queryClient = useQueryClient();
  const [ask] = useState(() => queryClient.getQueryState(sessionQuery().queryKey)?.status !== 'error');
  const { data } = useQuery({ ...sessionQuery(), enabled: ask });
  const fits =
    ask && data?.state === 'full' && (!gate.slug || (data.actor.kind === 'client' && data.msp.slug === gate.slug));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it turns out that the session fits
  useEffect(() => {
    if (fits) arrive(data, next);
  }, [fits]);
}
