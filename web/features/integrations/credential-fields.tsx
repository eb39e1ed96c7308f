import type { FieldPath, FieldValues } from 'react-hook-form';
import { FormField, type SchemaForm, SubmitButton } from '../../ui/form.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** Name and credential of an integration. The secret goes in and never comes back. */
export function CredentialFields<In extends FieldValues, Out extends FieldValues>({
  form,
  clientIdHelp,
  clientIdExample,
  secretHelp,
}: {
  form: SchemaForm<In, Out>;
  clientIdHelp: string;
  clientIdExample?: string;
  secretHelp: string;
}) {
  const name = (field: string) => field as FieldPath<In>;
  return (
    <>
      <FormField form={form} name={name('name')} label="Name" help="How your team finds it, here and in messages.">
        {(control) => <TextInput {...control} autoComplete="off" />}
      </FormField>
      <FormField form={form} name={name('clientId')} label="Client ID" help={clientIdHelp}>
        {(control) => <TextInput {...control} autoComplete="off" spellCheck={false} placeholder={clientIdExample} />}
      </FormField>
      <FormField
        form={form}
        name={name('secret')}
        label="Client secret"
        help={`${secretHelp} It is stored sealed and never shown again, only its last four characters.`}
      >
        {(control) => <PasswordInput {...control} autoComplete="off" />}
      </FormField>
    </>
  );
}

/** The way out and the way on. */
export function ConnectButtons() {
  return (
    <div className="flex justify-end gap-2 max-sm:*:flex-1">
      <LinkButton href="/integrations">Cancel</LinkButton>
      <SubmitButton>Connect and test</SubmitButton>
    </div>
  );
}
