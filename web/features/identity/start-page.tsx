import { useState } from 'react';
import { NewMsp } from '../../../shared/identity/msp.ts';
import { contextWords, passwordProblem } from '../../../shared/identity/password.ts';
import { client } from '../../lib/api.ts';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { CONSOLE_GATE } from './gate.ts';
import { GateShell } from './gate-shell.tsx';
import { PASSWORD_HELP } from './new-password.ts';
import { currencyOptions, guessedRegion, zoneOptions } from './region-options.ts';
import { slugFrom } from './slug-from.ts';
import { useArrive } from './use-arrive.ts';
import { useCall } from './use-call.ts';

const Opening = NewMsp.superRefine(({ password, email, name, mspName, slug }, context) => {
  const words = contextWords(email, name, mspName, slug);
  const problem = passwordProblem(password) ? undefined : passwordProblem(password, words);
  if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem });
});

/** Opens an MSP with its first owner. The second factor is set up right after. */
export function StartPage() {
  const call = useCall();
  const arrive = useArrive(CONSOLE_GATE);
  const [guess] = useState(guessedRegion);
  const form = useSchemaForm(Opening, {
    mspName: '',
    slug: '',
    name: '',
    email: '',
    password: '',
    ...guess,
  });
  const [slugTyped, setSlugTyped] = useState(false);
  const slug = form.watch('slug');
  return (
    <GateShell
      gate={CONSOLE_GATE}
      title="Set up your MSP"
      lead="You become its first owner. Staff and clients are invited afterwards."
      below={
        <>
          Set up already? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      <Form form={form} onSubmit={async (values) => arrive(await call(() => client.identity.signUp(values)))}>
        <FormField form={form} name="mspName" label="Name of your company">
          {(control) => (
            <TextInput
              {...control}
              autoComplete="organization"
              onChange={(event) => {
                control.onChange(event);
                if (!slugTyped) form.setValue('slug', slugFrom(event.target.value));
              }}
            />
          )}
        </FormField>
        <FormField form={form} name="slug" label="Address of your client portal" help={<PortalAddress slug={slug} />}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => {
                setSlugTyped(true);
                control.onChange(event);
              }}
            />
          )}
        </FormField>
        <FormField form={form} name="name" label="Your name">
          {(control) => <TextInput {...control} autoComplete="name" />}
        </FormField>
        <FormField form={form} name="email" label="Email">
          {(control) => <TextInput {...control} type="email" autoComplete="username" />}
        </FormField>
        <FormField form={form} name="password" label="Password" help={PASSWORD_HELP}>
          {(control) => <PasswordInput {...control} autoComplete="new-password" />}
        </FormField>
        <FormField form={form} name="timeZone" label="Time zone">
          {(control) => <NativeSelect {...control} options={zoneOptions(guess.timeZone)} />}
        </FormField>
        <FormField
          form={form}
          name="currency"
          label="Currency"
          help="For plans and budgets. A client can have its own."
        >
          {(control) => <NativeSelect {...control} options={currencyOptions(guess.currency)} />}
        </FormField>
        <SubmitButton>Set up</SubmitButton>
      </Form>
    </GateShell>
  );
}

function PortalAddress({ slug }: { slug: string }) {
  return (
    <>
      Your clients use{' '}
      <span className="[overflow-wrap:anywhere]">
        {window.location.host}/portal/<span className="font-medium text-ink">{slug || 'your-name'}</span>
      </span>
      . It cannot be changed later.
    </>
  );
}
