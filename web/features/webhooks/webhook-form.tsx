import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { NewWebhook, type Webhook, type WebhookWithSecret } from '../../../shared/webhooks/webhook.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { type Clients, ClientsField } from '../../ui/clients-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { EventsField } from './events-field.tsx';
import { webhooksKey } from './queries.ts';
import { ShownSigningSecret } from './shown-signing-secret.tsx';

/** Makes a webhook and shows its signing secret, this once; or changes one. Loads on first use. */
export default function WebhookForm({
  webhook,
  clients,
  onClose,
}: {
  /** The one to change; without it a new one is made. */
  webhook?: Webhook;
  clients: Clients;
  onClose: () => void;
}) {
  const mayAll = useSession().actor.companies === 'all';
  const queryClient = useQueryClient();
  const first = useRef<HTMLInputElement>(null);
  const [made, setMade] = useState<WebhookWithSecret>();
  const form = useSchemaForm(NewWebhook, {
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    facts: webhook?.facts ?? [],
    companies: webhook?.companies ?? (mayAll ? 'all' : []),
  });
  if (made) return <ShownSigningSecret title={`${made.name} is on`} secret={made.secret} onClose={onClose} />;
  return (
    <Dialog
      open
      initialFocus={first}
      onOpenChange={(open) => !open && onClose()}
      title={webhook ? `Edit ${webhook.name}` : 'New webhook'}
      description="An address of yours is told what happens here, signed, within seconds. It is told ids; the rest is read through the API."
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          if (webhook) {
            const { webhookId, v } = webhook;
            await client.webhooks.edit({ ...values, webhookId, v });
          } else setMade(await client.webhooks.create(values));
          await queryClient.invalidateQueries({ queryKey: webhooksKey() });
          if (!webhook) return;
          toast({ title: 'Saved', detail: values.name });
          onClose();
        }}
      >
        <FormField form={form} name="name" label="Name" help="What listens there: Power Automate, your PSA">
          {({ ref, ...control }) => (
            <TextInput
              {...control}
              ref={(input) => {
                ref(input);
                first.current = input;
              }}
            />
          )}
        </FormField>
        <FormField form={form} name="url" label="Address" help="A public address that begins with https://">
          {(control) => <TextInput {...control} type="url" inputMode="url" spellCheck={false} />}
        </FormField>
        <FormField form={form} name="facts" label="Events" group>
          {({ value = [], onChange }) => <EventsField value={value} onChange={onChange} />}
        </FormField>
        <FormField form={form} name="companies" label="Of" group>
          {({ value = [], onChange }) => (
            <ClientsField value={value} onChange={onChange} clients={clients} mayAll={mayAll} />
          )}
        </FormField>
        <DialogButtons onClose={onClose}>
          <SubmitButton>{webhook ? 'Save' : 'Make the webhook'}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
