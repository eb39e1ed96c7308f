import { useState } from 'react';
import { type Integration, IntegrationChange } from '../../../shared/integrations/integration.ts';
import { vendorOf } from '../../../shared/integrations/vendors.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { asProblem } from '../../ui/problem.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { AddressFields } from './address-fields.tsx';
import { changedFields, SETTINGS, settingsOf } from './changed-fields.ts';
import { HomeTenantField } from './home-tenant-field.tsx';
import { RegionField } from './region-field.tsx';
import { useChange } from './use-change.ts';

/**
 * The settings of an integration. Only what was changed is sent, so that two people who change different things both keep
 * theirs; when both changed the same, what was typed stays and the other's can be loaded.
 */
export function IntegrationForm({ integration, readOnly }: { integration: Integration; readOnly: boolean }) {
  const { integrationId } = integration;
  const isNamed = vendorOf(integration.vendor).organisationsAre === 'named';
  const [base, setBase] = useState(() => settingsOf(integration));
  const [theirs, setTheirs] = useState<Integration>();
  const change = useChange(integrationId);
  const form = useSchemaForm(IntegrationChange, { ...base, integrationId, v: integration.v });
  const load = (now: Integration) => {
    const next = settingsOf(now);
    setBase(next);
    setTheirs(undefined);
    form.reset({ ...next, integrationId, v: now.v });
  };
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const changed = changedFields(base, values);
        const conflicts = (now: Integration) => {
          const taken = SETTINGS.some((name) => name in changed && now[name] !== base[name]);
          if (taken) setTheirs(now);
          return taken;
        };
        try {
          load(await change((v) => client.integrations.edit({ ...changed, integrationId, v }), conflicts));
          toast({ title: 'Saved' });
        } catch (error) {
          if (asProblem(error)?.status === 409) return;
          throw error;
        }
      }}
    >
      {theirs ? (
        <div role="alert">
          <Callout
            title="Someone else changed these settings meanwhile"
            actions={<Button onClick={() => load(theirs)}>Load theirs</Button>}
          >
            What you typed is still here and is not saved. Load theirs to see it, then change what you still want.
          </Callout>
        </div>
      ) : null}
      <FormField form={form} name="name" label="Name">
        {(control) => <TextInput {...control} readOnly={readOnly} autoComplete="off" />}
      </FormField>
      <FormField form={form} name="clientId" label="Client ID">
        {(control) => <TextInput {...control} readOnly={readOnly} autoComplete="off" spellCheck={false} />}
      </FormField>
      {isNamed ? (
        <HomeTenantField form={form} readOnly={readOnly} />
      ) : (
        <RegionField form={form} vendor={integration.vendor} readOnly={readOnly} />
      )}
      <FormField form={form} name="everyHours" label="Sync every" help="1 to 168 hours. A new rhythm counts from now.">
        {({ value, onChange, ...control }) => (
          <NumberInput
            {...control}
            className="w-28"
            unit="h"
            value={value}
            readOnly={readOnly}
            onChange={(hours) => onChange(hours ?? undefined)}
          />
        )}
      </FormField>
      {readOnly || !isNamed ? null : <AddressFields form={form} />}
      {readOnly ? null : (
        <div className="flex flex-wrap items-center justify-end gap-2 max-sm:*:flex-1">
          {form.formState.isDirty ? <Button onClick={() => form.reset()}>Discard</Button> : null}
          <SubmitButton>Save changes</SubmitButton>
        </div>
      )}
    </Form>
  );
}
