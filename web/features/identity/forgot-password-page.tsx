import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Link } from '../../ui/link.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { type Gate, gateHref } from './gate.ts';
import { GateShell } from './gate-shell.tsx';
import { Refusal } from './refusal.tsx';
import { fieldProblem, useAttempt } from './use-attempt.ts';

/** Asks for a link to choose a new password. The answer never tells whether the address has a login. */
export function ForgotPasswordPage({ gate }: { gate: Gate }) {
  const attempt = useAttempt();
  const [sentTo, setSentTo] = useState<string>();
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const email = input.current?.value.trim() ?? '';
    setMissing(!email);
    if (!email) return input.current?.focus();
    const mspSlug = gate.slug ? { mspSlug: gate.slug } : {};
    const done = await attempt.run(() => client.identity.forgotPassword({ email, ...mspSlug }));
    if (done) setSentTo(email);
    else input.current?.focus();
  };
  const malformed = fieldProblem(attempt.error, 'email');
  if (sentTo) {
    return (
      <GateShell gate={gate} title="Look into your mail" below={<BackToSignIn gate={gate} />}>
        <p role="status">
          If <strong className="font-semibold [overflow-wrap:anywhere]">{sentTo}</strong> has a login here, a link to
          choose a new password is on its way. It works for one hour, once.
        </p>
        <p className="text-ink-2 text-meta">
          Nothing there after a few minutes? Look into the junk folder, and check the address for typing mistakes.
        </p>
        <Button onClick={() => setSentTo(undefined)}>Use another address</Button>
      </GateShell>
    );
  }
  return (
    <GateShell
      gate={gate}
      title="Forgot password"
      lead="We mail you a link to choose a new one."
      below={<BackToSignIn gate={gate} />}
    >
      <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {malformed ? null : <Refusal error={attempt.error} />}
        <Field label="Email" error={missing ? 'Enter your email address.' : malformed}>
          <TextInput ref={input} type="email" name="email" autoComplete="username" autoFocus />
        </Field>
        <Button type="submit" variant="primary" busy={attempt.busy}>
          Send the link
        </Button>
      </form>
    </GateShell>
  );
}

export function BackToSignIn({ gate }: { gate: Gate }) {
  return (
    <Link
      href={gateHref(gate, 'sign-in')}
      className="inline-flex min-h-6 items-center gap-1.5 hover:text-ink hover:underline"
    >
      <ArrowLeft aria-hidden className="size-3.5" />
      Back to sign in
    </Link>
  );
}

/** In place of a page whose link leads nowhere: why, and the one way on. */
export function DeadLink({
  gate,
  title,
  words,
  action,
}: {
  gate: Gate;
  title: string;
  words: string;
  action?: { label: string; href: string };
}) {
  return (
    <GateShell gate={gate} title={title} below={action ? <BackToSignIn gate={gate} /> : undefined}>
      <p>{words}</p>
      <LinkButton variant="primary" href={action?.href ?? gateHref(gate, 'sign-in')}>
        {action?.label ?? 'Sign in'}
      </LinkButton>
    </GateShell>
  );
}
