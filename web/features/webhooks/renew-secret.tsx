import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RenewSecret, type Webhook, type WebhookWithSecret } from '../../../shared/webhooks/webhook.ts';
import { client } from '../../lib/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { webhooksKey } from './queries.ts';
import { ShownSigningSecret } from './shown-signing-secret.tsx';

const Fields = RenewSecret.pick({ graceHours: true });
const GRACE = [
  { value: '24', label: 'For 24 hours more' },
  { value: '1', label: 'For 1 hour more' },
  { value: '0', label: 'Not at all' },
];

/** Gives a webhook another signing secret and shows it, this once. Loads on first use. */
export default function RenewSecretDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { webhookId, v, name, secrets } = webhook;
  const queryClient = useQueryClient();
  const [made, setMade] = useState<WebhookWithSecret>();
  const form = useSchemaForm(Fields, { graceHours: 24 });
  if (made)
    return <ShownSigningSecret title={`${name} has a new signing secret`} secret={made.secret} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`New signing secret for ${name}`}
      description="While both sign, each call carries two signatures: change the secret on your side in that time."
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const renewed = await client.webhooks.renewSecret({ ...values, webhookId, v });
          await queryClient.invalidateQueries({ queryKey: webhooksKey() });
          setMade(renewed);
        }}
      >
        <FormField form={form} name="graceHours" label={`The old secret (…${secrets[0]?.last4}) goes on signing`}>
          {({ value, onChange, ...control }) => (
            <NativeSelect
              {...control}
              className="sm:w-52"
              options={GRACE}
              value={String(value)}
              onChange={(event) => onChange(Number(event.target.value))}
            />
          )}
        </FormField>
        <DialogButtons onClose={onClose}>
          <SubmitButton>Renew</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
