import { useQueryClient } from '@tanstack/react-query';
import { NewIntegration } from '../../../shared/integrations/integration.ts';
import type { VendorId } from '../../../shared/integrations/vendor.ts';
import { client } from '../../lib/api.ts';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { AddressFields } from './address-fields.tsx';
import { HomeTenantField } from './home-tenant-field.tsx';
import { integrationsKey } from './queries.ts';

/** Names the integration and hands over its credential. The secret goes in and never comes back. */
export default function ConnectForm({
  vendor,
  vendorName,
  onConnected,
}: {
  vendor: VendorId;
  vendorName: string;
  onConnected: (integrationId: string) => void;
}) {
  const queryClient = useQueryClient();
  const form = useSchemaForm(NewIntegration, { vendor, name: vendorName, clientId: '', secret: '', everyHours: 6 });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const { integrationId } = await client.integrations.connect(values);
        await queryClient.invalidateQueries({ queryKey: integrationsKey() });
        onConnected(integrationId);
      }}
    >
      <FormField form={form} name="name" label="Name" help="How your team finds it, here and in messages.">
        {(control) => <TextInput {...control} autoComplete="off" />}
      </FormField>
      <FormField
        form={form}
        name="clientId"
        label="Client ID"
        help="Application (client) ID on the overview of the app registration."
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            spellCheck={false}
            placeholder="00000000-0000-0000-0000-000000000000"
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="secret"
        label="Client secret"
        help="The value, not the secret ID. It is stored sealed and never shown again, only its last four characters."
      >
        {(control) => <PasswordInput {...control} autoComplete="off" />}
      </FormField>
      <HomeTenantField form={form} />
      <AddressFields form={form} />
      <div className="flex justify-end gap-2 max-sm:*:flex-1">
        <LinkButton href="/integrations">Cancel</LinkButton>
        <SubmitButton>Connect and test</SubmitButton>
      </div>
    </Form>
  );
}
