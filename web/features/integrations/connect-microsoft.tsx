import { NewMicrosoft365 } from '../../../shared/integrations/integration.ts';
import { Form, useSchemaForm } from '../../ui/form.tsx';
import { AddressFields } from './address-fields.tsx';
import { ConnectButtons, CredentialFields } from './credential-fields.tsx';
import { HomeTenantField } from './home-tenant-field.tsx';
import { type ConnectFormProps, useConnect } from './use-connect.ts';

/** Connects Microsoft 365 through an app registration. */
export default function ConnectMicrosoft({ vendorName, onConnected }: ConnectFormProps) {
  const connect = useConnect(onConnected);
  const form = useSchemaForm(NewMicrosoft365, {
    vendor: 'microsoft-365',
    name: vendorName,
    clientId: '',
    secret: '',
    everyHours: 6,
  });
  return (
    <Form form={form} onSubmit={connect}>
      <CredentialFields
        form={form}
        clientIdHelp="Application (client) ID on the overview of the app registration."
        clientIdExample="00000000-0000-0000-0000-000000000000"
        secretHelp="The value, not the secret ID."
      />
      <HomeTenantField form={form} />
      <AddressFields form={form} />
      <ConnectButtons />
    </Form>
  );
}
