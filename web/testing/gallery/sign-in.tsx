import { useState } from 'react';
import { AuthShell } from '../../ui/auth-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';

export const links = [
  { label: 'Privacy', href: '#privacy' },
  { label: 'Status', href: '#status' },
];

/** Sign in. */
export default function SignIn() {
  const [wrong, setWrong] = useState<string>();
  return (
    <AuthShell
      msp={{ name: 'Northlight IT' }}
      title="Sign in"
      lead="Northlight IT Partners"
      below="No account? Your office manager can invite you."
      help="Help: (503) 555-0142"
      links={links}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setWrong('Email and password do not match.');
        }}
      >
        <Field label="Email">
          <TextInput type="email" autoComplete="username" defaultValue="karen.doyle@cedarridgedental.com" />
        </Field>
        <Field label="Password" aside={<TextLink href="#forgot">Forgot password?</TextLink>} error={wrong}>
          <PasswordInput autoComplete="current-password" defaultValue="correct horse" />
        </Field>
        <Button type="submit" variant="primary">
          Sign in
        </Button>
      </form>
    </AuthShell>
  );
}
