import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiKey, type ApiKeyWithSecret, RenewApiKey } from '../../../shared/identity/api-key.ts';
import { client } from '../../lib/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { GRACE_HOURS, KEY_LIVES } from './key-words.ts';
import { apiKeysKey } from './queries.ts';
import { ShownKey } from './shown-key.tsx';
import { useStepUp } from './step-up.tsx';

const Fields = RenewApiKey.pick({ days: true, graceHours: true });

/** Gives a key another secret and shows it, this once. Loads on first use. */
export default function RenewKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { keyId, v, name, state, last4 } = apiKey;
  const queryClient = useQueryClient();
  const stepUp = useStepUp();
  const [made, setMade] = useState<ApiKeyWithSecret>();
  const form = useSchemaForm(Fields, { days: 365, graceHours: 24 });
  if (made) return <ShownKey title={`${name} has a new secret`} secret={made.secret} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Renew ${name}`}
      description="A new secret with the same permissions. Put it where the old one is used before the old one ends."
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const key = await stepUp.run(() => client.identity.renewKey({ ...values, keyId, v }));
          await queryClient.invalidateQueries({ queryKey: apiKeysKey() });
          setMade(key);
        }}
      >
        {state === 'active' ? (
          <FormField form={form} name="graceHours" label={`The old secret (…${last4}) goes on working`}>
            {({ value, onChange, ...control }) => (
              <NativeSelect
                {...control}
                className="sm:w-52"
                options={GRACE_HOURS}
                value={String(value)}
                onChange={(event) => onChange(Number(event.target.value))}
              />
            )}
          </FormField>
        ) : null}
        <FormField form={form} name="days" label="The new one works for">
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
          <SubmitButton>Renew</SubmitButton>
        </DialogButtons>
      </Form>
      {stepUp.dialog}
    </Dialog>
  );
}
