import { useQueryClient } from '@tanstack/react-query';
import { NewOrganisation } from '../../../shared/integrations/organisation.ts';
import { client } from '../../lib/api.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { integrationsKey } from './queries.ts';

/** Adds a tenant that the partner list does not name, by its id or a domain. Loads on first use. */
export default function AddTenantCard({ integrationId }: { integrationId: string }) {
  const queryClient = useQueryClient();
  const form = useSchemaForm(NewOrganisation, { integrationId, tenant: '' });
  return (
    <Card>
      <CardHead title="Not in the list" />
      <CardBody>
        <Form
          form={form}
          onSubmit={async (values) => {
            await client.integrations.addOrganisation(values);
            form.reset();
            await queryClient.invalidateQueries({ queryKey: integrationsKey() });
            toast({ title: `${values.tenant} added`, detail: 'It is asked who it is; that takes a moment.' });
          }}
        >
          <FormField
            form={form}
            name="tenant"
            label="Tenant ID or domain"
            help="For a client outside your partner list, once its administrator has granted consent."
          >
            {(control) => <TextInput {...control} autoComplete="off" spellCheck={false} placeholder="contoso.com" />}
          </FormField>
          <SubmitButton variant="secondary">Add tenant</SubmitButton>
        </Form>
      </CardBody>
    </Card>
  );
}
