import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type ApiKeyWithSecret, KEY_PRESETS, NewApiKey } from '../../../shared/identity/api-key.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { type Clients, ClientsField } from '../../ui/clients-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { KEY_LIVES } from './key-words.ts';
import { apiKeysKey } from './queries.ts';
import { ScopesField } from './scopes-field.tsx';
import { ShownKey } from './shown-key.tsx';
import { useStepUp } from './step-up.tsx';

/** Makes an API key and shows its secret, this once. Loads on first use. */
export default function NewKeyDialog({ clients, onClose }: { clients: Clients; onClose: () => void }) {
  const mayAll = useSession().actor.companies === 'all';
  const queryClient = useQueryClient();
  const first = useRef<HTMLInputElement>(null);
  const stepUp = useStepUp();
  const [made, setMade] = useState<ApiKeyWithSecret>();
  const form = useSchemaForm(NewApiKey, {
    name: '',
    scopes: [...KEY_PRESETS.read],
    companies: mayAll ? 'all' : [],
    days: 365,
  });
  if (made) return <ShownKey title={`${made.name} is ready`} secret={made.secret} onClose={onClose} />;
  return (
    <Dialog
      open
      initialFocus={first}
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
