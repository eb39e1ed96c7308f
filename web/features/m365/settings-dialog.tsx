import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type M365Settings, M365SettingsChange } from '../../../shared/m365/settings.ts';
import { client } from '../../lib/api.ts';
import { saveOver } from '../../lib/save-over.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { PriceList, type Prices } from './price-list.tsx';
import { m365Key, settingsQuery } from './queries.ts';

/** The MSP's numbers that turn a tenant into findings and money: limits, and the price of each licence. Loads on first use. */
export default function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(settingsQuery());
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Prices and limits"
      description="They hold for all clients from the next sync on. Prices are estimates, not quotes."
    >
      {data ? (
        <SettingsForm settings={data} onClose={onClose} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <CardSkeleton label="Loading the settings" rows={5} />
      )}
    </Dialog>
  );
}

const LIMITS = [
  {
    name: 'inactiveDays',
    label: 'Account counts as unused after',
    unit: 'days',
    help: '14 to 365 days without a sign-in.',
  },
  {
    name: 'mostGlobalAdmins',
    label: 'Global administrators at most',
    unit: '',
    help: 'The emergency account included.',
  },
  {
    name: 'weakControlPoints',
    label: 'A control is a finding when it lacks',
    unit: 'pt',
    help: 'Fewer points make more findings.',
  },
] as const;

const limitsOf = ({ currency, inactiveDays, weakControlPoints, mostGlobalAdmins, v }: M365Settings) => ({
  currency,
  inactiveDays,
  weakControlPoints,
  mostGlobalAdmins,
  v,
});

function SettingsForm({ settings, onClose }: { settings: M365Settings; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [prices, setPrices] = useState<Prices>(settings.prices);
  const [theirs, setTheirs] = useState<M365Settings>();
  // The version stays with the numbers that it came with: what loads behind the form meanwhile is not what was seen.
  const form = useSchemaForm(M365SettingsChange, limitsOf(settings));
  const { currency = settings.currency } = form.getValues();
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        if (Object.values(prices).some((minor) => !Number.isInteger(minor))) {
          form.setError('root.server', {
            message: 'Enter each price as an amount, or leave it empty for the list price.',
          });
          return;
        }
        setTheirs(undefined);
        const stored = await saveOver(values.v, {
          write: (v) => client.m365.editSettings({ ...values, prices: { ...prices }, v }),
          newest: () => queryClient.fetchQuery({ ...settingsQuery(), staleTime: 0 }),
          concerns: () => true,
        });
        if (stored) {
          form.setValue('v', stored.v);
          setTheirs(stored);
          return;
        }
        await queryClient.invalidateQueries({ queryKey: m365Key() });
        toast({ title: 'Saved', detail: 'Findings follow with the next sync.' });
        onClose();
      }}
    >
      {theirs ? (
        <div role="alert">
          <Callout
            title="Somebody else changed these settings meanwhile"
            actions={
              <Button
                onClick={() => {
                  form.reset(limitsOf(theirs));
                  setPrices(theirs.prices);
                  setTheirs(undefined);
                }}
              >
                Load theirs
              </Button>
            }
          >
            What you typed is still here and is not saved. Saving again puts it in the place of theirs.
          </Callout>
        </div>
      ) : null}
      {LIMITS.map(({ name, label, unit, help }) => (
        <FormField key={name} form={form} name={name} label={label} help={help}>
          {({ value, onChange, ...control }) => (
            <NumberInput
              {...control}
              className="w-32"
              unit={unit || undefined}
              value={value}
              onChange={(next) => onChange(next ?? Number.NaN)}
            />
          )}
        </FormField>
      ))}
      <PriceList currency={currency} prices={prices} onChange={setPrices} />
      <div className="flex justify-end gap-2 max-sm:*:flex-1">
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton>Save</SubmitButton>
      </div>
    </Form>
  );
}
