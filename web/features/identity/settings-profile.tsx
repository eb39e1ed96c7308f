import { type Msp, MspChange } from '../../../shared/identity/msp.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, FormField } from '../../ui/form.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { currencyOptions, localeOptions, zoneOptions } from './region-options.ts';
import { portalAddress } from './settings-facts.tsx';
import { MONTHS } from './text.ts';
import { useMspForm } from './use-msp-form.ts';

const Fields = MspChange.pick({
  name: true,
  legalName: true,
  supportEmail: true,
  supportPhone: true,
  locale: true,
  timeZone: true,
  currency: true,
  fiscalYearStart: true,
}).required();

function valuesOf(msp: Msp) {
  const { name, legalName, supportEmail, supportPhone, locale, timeZone, currency, fiscalYearStart } = msp;
  return { name, legalName, supportEmail, supportPhone, locale, timeZone, currency, fiscalYearStart };
}

const monthOptions = MONTHS.map((label, at) => ({ value: String(at + 1), label }));

/** Who the MSP is, how it is reached, and how it writes dates and money. */
export default function MspProfileTab({ msp }: { msp: Msp }) {
  const { form, base, save, callout, dialog } = useMspForm(msp, Fields, valuesOf);
  return (
    <>
      <Form form={form} onSubmit={save} className="max-w-160">
        {callout}
        <FormField form={form} name="name" label="Name" help="Clients read it in the portal, in reports and in mails.">
          {(control) => <TextInput {...control} autoComplete="organization" />}
        </FormField>
        <FormField form={form} name="legalName" label="Legal name" optional>
          {(control) => <TextInput {...control} />}
        </FormField>
        <Field label="Client portal" help="Stands in mails already sent, so it does not change.">
          <CopyField label="Address of the client portal" value={portalAddress(base)} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="supportEmail" label="Support email" optional>
            {(control) => <TextInput {...control} type="email" />}
          </FormField>
          <FormField form={form} name="supportPhone" label="Support phone" optional>
            {(control) => <TextInput {...control} type="tel" />}
          </FormField>
          <FormField form={form} name="locale" label="Language and region">
            {(control) => <NativeSelect {...control} options={localeOptions(base.locale)} />}
          </FormField>
          <FormField form={form} name="timeZone" label="Time zone">
            {(control) => <NativeSelect {...control} options={zoneOptions(base.timeZone)} />}
          </FormField>
          <FormField form={form} name="currency" label="Currency" help="For new clients. Amounts entered keep theirs.">
            {(control) => <NativeSelect {...control} options={currencyOptions(base.currency)} />}
          </FormField>
          <FormField form={form} name="fiscalYearStart" label="Fiscal year starts in">
            {({ value, onChange, ...control }) => (
              <NativeSelect
                {...control}
                options={monthOptions}
                value={String(value)}
                onChange={(event) => onChange(Number(event.target.value))}
              />
            )}
          </FormField>
        </div>
        <SaveBar />
      </Form>
      {dialog}
    </>
  );
}
