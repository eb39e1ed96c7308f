import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiKeyWithSecret, KEY_PRESETS, NewApiKey } from '../../../shared/identity/api-key.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { type Clients, ClientsField } from './clients-field.tsx';
import { DialogButtons } from './dialog-buttons.tsx';
import { KEY_LIVES } from './key-words.ts';
import { apiKeysKey } from './queries.ts';
import { ScopesField } from './scopes-field.tsx';
import { ShownSecret } from './shown-secret.tsx';
import { useStepUp } from './step-up.tsx';

/** Makes an API key and shows its secret, this once. Loads on first use. */
export default function NewKeyDialog({ clients, onClose }: { clients: Clients; onClose: () => void }) {
  const mayAll = useSession().actor.companies === 'all';
  const queryClient = useQueryClient();
  const stepUp = useStepUp();
  const [made, setMade] = useState<ApiKeyWithSecret>();
  const form = useSchemaForm(NewApiKey, {
    name: '',
    scopes: [...KEY_PRESETS.read],
    companies: mayAll ? 'all' : [],
    days: 365,
  });
  if (made) {
    return (
      <Dialog
        open
        alert
        onOpenChange={(open) => !open && onClose()}
        title={`${made.name} is ready`}
        footer={
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <ShownSecret secret={made.secret} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New API key"
      description="For a system that reads or changes your data. It does no more than you may, and ends when you may no longer make keys."
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const key = await stepUp.run(() => client.identity.createKey(values));
          await queryClient.invalidateQueries({ queryKey: apiKeysKey() });
          setMade(key);
        }}
      >
        <FormField form={form} name="name" label="Name" help="What uses it: Power BI, the documentation sync">
          {(control) => <TextInput {...control} />}
        </FormField>
        <FormField form={form} name="scopes" label="May" group>
          {({ value, onChange }) => <ScopesField value={value} onChange={onChange} />}
        </FormField>
        <FormField form={form} name="companies" label="Sees" group>
          {({ value = [], onChange }) => (
            <ClientsField value={value} onChange={onChange} clients={clients} mayAll={mayAll} />
          )}
        </FormField>
        <FormField form={form} name="days" label="Works for">
          {({ value, onChange, ...control }) => (
            <NativeSelect
              {...control}
              className="sm:w-52"
              options={KEY_LIVES}
              value={value === null ? '' : String(value)}
              onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
            />
          )}
        </FormField>
        <DialogButtons onClose={onClose}>
          <SubmitButton>Make the key</SubmitButton>
        </DialogButtons>
      </Form>
      {stepUp.dialog}
    </Dialog>
  );
}
