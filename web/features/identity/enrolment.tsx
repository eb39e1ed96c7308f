import { type FormEvent, useRef, useState } from 'react';
import type { TotpSeed } from '../../../shared/identity/profile.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Field } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { OtpInput } from '../../ui/otp-input.tsx';
import { asProblem } from '../../ui/problem.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { Refusal } from './refusal.tsx';
import { inGroups } from './totp-key.ts';
import { fieldProblem, useAttempt } from './use-attempt.ts';

/** Brings the secret into an authenticator, and proves by its first code that it got there. Nothing counts before that. */
export function Enrolment({
  seed,
  onCodes,
  onAgain,
}: {
  seed: TotpSeed;
  onCodes: (codes: string[]) => void;
  /** Begins with a new secret: this one waited too long. */
  onAgain: () => void;
}) {
  const attempt = useAttempt();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = () => form.current?.querySelector<HTMLElement>('input')?.focus();

  const confirm = async (given: string) => {
    setMissing(given.length < 6);
    if (given.length < 6) return focus();
    const answer = await attempt.run(() => client.identity.confirmTotp({ code: given }));
    if (answer) return onCodes(answer.codes);
    setCode('');
    focus();
  };
  const wrong = fieldProblem(attempt.error, 'code');
  const late = asProblem(attempt.error)?.code === 'totp.not-started';
  return (
    <div className="grid gap-6 sm:grid-cols-[15rem_1fr] sm:gap-8">
      <QrCode
        text={seed.uri}
        label="QR code for your authenticator app"
        className="self-start max-sm:mx-auto max-sm:w-58"
      />
      <form
        ref={form}
        noValidate
        className="flex flex-col gap-2"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void confirm(code);
        }}
      >
        <h2 className="font-medium">
          <Numbered value={1} />
          Scan this with the app
        </h2>
        <LinkButton href={seed.uri} className="sm:hidden">
          Open my app on this phone
        </LinkButton>
        <p className="text-ink-3 text-meta">No camera? Type this key instead.</p>
        <CopyField label="Secret key" value={inGroups(seed.secret)} />
        <Field
          className="mt-4 mb-1"
          label={
            <>
              <Numbered value={2} />
              Enter the code it shows
            </>
          }
          error={missing ? 'Enter all 6 digits.' : wrong}
        >
          <OtpInput
            value={code}
            onChange={(digits) => {
              setMissing(false);
              setCode(digits);
            }}
            onComplete={(digits) => void confirm(digits)}
          />
        </Field>
        {wrong ? null : (
          <Refusal
            error={attempt.error}
            actions={late ? <Button onClick={onAgain}>Show a new code</Button> : undefined}
          />
        )}
        <Button type="submit" variant="primary" busy={attempt.busy}>
          Confirm code
        </Button>
      </form>
    </div>
  );
}

function Numbered({ value }: { value: number }) {
  return <span className="num mr-2 text-ink-3">{value}</span>;
}
