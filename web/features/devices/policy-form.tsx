import { LifecyclePolicy } from '../../../shared/devices/lifecycle-policy.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Select } from '../../ui/select.tsx';
import { WARRANTY_RULES } from './later-text.ts';
import { policyWords } from './policy-words.ts';

const rules = Object.entries(WARRANTY_RULES).map(([value, label]) => ({
  value: value as LifecyclePolicy['warranty'],
  label,
}));

/** The policy for one kind of device. Loads on first use. */
export default function PolicyForm({
  policy,
  theirs,
  onLoaded,
  currency,
  onSave,
  onGiveBack,
  onBack,
}: {
  policy: LifecyclePolicy;
  /** What somebody else saved while this one was open. */
  theirs: LifecyclePolicy | undefined;
  /** It stands in the form now. */
  onLoaded: () => void;
  currency: string;
  onSave: (policy: LifecyclePolicy) => Promise<void>;
  /** Goes back to the policy for all clients; absent where it holds already. */
  onGiveBack?: () => Promise<void>;
  onBack: () => void;
}) {
  const form = useSchemaForm(LifecyclePolicy, policy);
  const { locale } = useLocale();
  const renews = form.watch('warranty') === 'renew-until-end';
  const giveBack = async () => {
    try {
      await onGiveBack?.();
    } catch (error) {
      form.setError('root.server', {
        message: error instanceof Error ? error.message : 'It was not saved. Try again.',
      });
    }
  };
  return (
    <Form form={form} onSubmit={onSave}>
      {theirs ? (
        <div role="alert">
          <Callout
            title={`Somebody else changed it meanwhile: ${policyWords(theirs, currency, locale)}`}
            actions={
              <Button
                onClick={() => {
                  form.reset(theirs);
                  onLoaded();
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
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="lifespanYears" label="It serves" help="0 for what has no end of its own.">
          {(control) => (
            <NumberInput {...control} unit="yr" onChange={(years) => control.onChange(years ?? Number.NaN)} />
          )}
        </FormField>
        <FormField form={form} name="replacementMinor" label="A new one costs">
          {(control) => (
            <MoneyInput {...control} currency={currency} onChange={(minor) => control.onChange(minor ?? Number.NaN)} />
          )}
        </FormField>
        <FormField form={form} name="installHours" label="Exchanging it takes">
          {(control) => (
            <NumberInput {...control} unit="h" onChange={(hours) => control.onChange(hours ?? Number.NaN)} />
          )}
        </FormField>
        <FormField form={form} name="warranty" label="Its warranty">
          {(control) => <Select {...control} options={rules} />}
        </FormField>
        {renews ? (
          <FormField form={form} name="warrantyRenewalMinor" label="Renewing it costs a year">
            {(control) => (
              <MoneyInput
                {...control}
                currency={currency}
                onChange={(minor) => control.onChange(minor ?? Number.NaN)}
              />
            )}
          </FormField>
        ) : null}
      </div>
      <div className="flex flex-wrap justify-end gap-2 max-sm:*:flex-1">
        {onGiveBack ? (
          <Button variant="quiet" className="sm:mr-auto" onClick={() => void giveBack()}>
            Use the policy for all clients
          </Button>
        ) : null}
        <Button onClick={onBack}>Back</Button>
        <SubmitButton>Save</SubmitButton>
      </div>
    </Form>
  );
}
