import { useState } from 'react';
import { client } from '../../lib/api.ts';
import { LightField, LightForm, useLightForm } from '../../ui/light-form.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { CONSOLE_GATE } from './gate.ts';
import { GateShell } from './gate-shell.tsx';
import { currencyOptions, guessedRegion, zoneOptions } from './region-options.ts';
import { slugFrom } from './slug-from.ts';
import { PASSWORD_HELP } from './text.ts';
import { useArrive } from './use-arrive.ts';
import { useCall } from './use-call.ts';

const rules = async () => (await import('./new-password.ts')).Opening;

/** Opens an MSP with its first owner. The second factor is set up right after. */
export function StartPage() {
  const call = useCall();
  const arrive = useArrive(CONSOLE_GATE);
  const [guess] = useState(guessedRegion);
  const form = useLightForm(rules, {
    mspName: '',
    slug: '',
    name: '',
    email: '',
    password: '',
    ...guess,
  });
  const [slugTyped, setSlugTyped] = useState(false);
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
      <LightForm
        form={form}
        submit="Set up"
        onSubmit={async (values) => arrive(await call(() => client.identity.signUp(values)))}
      >
        <LightField form={form} name="mspName" label="Name of your company">
          {(control) => (
            <TextInput
              {...control}
              autoComplete="organization"
              onChange={(event) => {
                control.onChange(event);
                if (!slugTyped) form.set('slug', slugFrom(event.target.value));
              }}
            />
          )}
        </LightField>
        <LightField
          form={form}
          name="slug"
          label="Address of your client portal"
          help={<PortalAddress slug={form.values.slug} />}
        >
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
        </LightField>
        <LightField form={form} name="name" label="Your name">
          {(control) => <TextInput {...control} autoComplete="name" />}
        </LightField>
        <LightField form={form} name="email" label="Email">
          {(control) => <TextInput {...control} type="email" autoComplete="username" />}
        </LightField>
        <LightField form={form} name="password" label="Password" help={PASSWORD_HELP}>
          {(control) => <PasswordInput {...control} autoComplete="new-password" />}
        </LightField>
        <LightField form={form} name="timeZone" label="Time zone">
          {(control) => <NativeSelect {...control} options={zoneOptions(guess.timeZone)} />}
        </LightField>
        <LightField
          form={form}
          name="currency"
          label="Currency"
          help="For plans and budgets. A client can have its own."
        >
          {(control) => <NativeSelect {...control} options={currencyOptions(guess.currency)} />}
        </LightField>
      </LightForm>
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
