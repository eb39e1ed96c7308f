import { type Integration, NewSecret } from '../../../shared/integrations/integration.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { useChange } from './use-change.ts';

/** Takes a new secret in; the old one is overwritten. Loads on first use. */
export default function SecretDialog({ integration, onClose }: { integration: Integration; onClose: () => void }) {
  const { integrationId, v, name } = integration;
  const change = useChange(integrationId);
  const form = useSchemaForm(NewSecret, { integrationId, v, secret: '' });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`New client secret for ${name}`} size="sm">
      <Form
        form={form}
        onSubmit={async ({ secret }) => {
          await change((version) => client.integrations.replaceSecret({ integrationId, v: version, secret }));
          toast({ title: 'Secret replaced', detail: 'The connection is tested with it now.' });
          onClose();
        }}
      >
        <FormField
          form={form}
          name="secret"
          label="Client secret"
          help="The value, not the secret ID. It replaces the old one at once."
        >
          {(control) => <PasswordInput {...control} autoComplete="off" />}
        </FormField>
        <div className="flex justify-end gap-2 max-sm:*:flex-1">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Replace secret</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
