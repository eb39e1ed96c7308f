import { NewNinjaOne } from '../../../shared/integrations/integration.ts';
import { vendorOf } from '../../../shared/integrations/vendors.ts';
import { Form, useSchemaForm } from '../../ui/form.tsx';
import { ConnectButtons, CredentialFields } from './credential-fields.tsx';
import { RegionField } from './region-field.tsx';
import { type ConnectFormProps, useConnect } from './use-connect.ts';

/** Connects NinjaOne through an API client of the MSP's own account. */
export default function ConnectNinjaOne({ vendorName, onConnected }: ConnectFormProps) {
  const connect = useConnect(onConnected);
  const { apiUrl } = vendorOf('ninjaone');
  const form = useSchemaForm(NewNinjaOne, {
    vendor: 'ninjaone',
    name: vendorName,
    clientId: '',
    secret: '',
    everyHours: 4,
    apiUrl,
  });
  return (
    <Form form={form} onSubmit={connect}>
      <RegionField form={form} vendor="ninjaone" />
      <CredentialFields
        form={form}
        clientIdHelp="Administration, Apps, API: shown beside the name of the API client."
        secretHelp="Shown once, when the API client is made."
      />
      <ConnectButtons />
    </Form>
  );
}
