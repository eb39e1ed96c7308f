import { type Msp, MspChange } from '../../../shared/identity/msp.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, FormField } from '../../ui/form.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { currencyOption, currencyOptions, localeOptions, zoneOption, zoneOptions } from './region-options.ts';
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

const valuesOf = (msp: Msp) =>
  Fields.parse(Object.fromEntries(Fields.keyof().options.map((name) => [name, msp[name]])));
const monthOptions = MONTHS.map((label, at) => ({ value: String(at + 1), label }));
const portalOf = ({ slug }: Msp) => `${window.location.origin}/portal/${slug}`;

/** Who the MSP is, how it is reached, and how it writes dates and money. */
export function MspProfileTab({ msp }: { msp: Msp }) {
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
          <CopyField label="Address of the client portal" value={portalOf(base)} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="supportEmail" label="Support email" optional>
            {(control) => <TextInput {...control} type="email" />}
          </FormField>
          <FormField form={form} name="supportPhone" label="Support phone" optional>
            {(control) => <TextInput {...control} type="tel" />}
          </FormField>
          <FormField form={form} name="locale" label="Language and region">
            {(control) => <Select {...control} options={localeOptions(base.locale)} />}
          </FormField>
          <FormField form={form} name="timeZone" label="Time zone">
            {({ value, onChange, ...control }) => (
              <Combobox
                {...control}
                options={zoneOptions()}
                value={zoneOption(value)}
                onChange={(option) => onChange(option?.value)}
              />
            )}
          </FormField>
          <FormField form={form} name="currency" label="Currency" help="For new clients. Amounts entered keep theirs.">
            {({ value, onChange, ...control }) => (
              <Combobox
                {...control}
                options={currencyOptions()}
                value={currencyOption(value)}
                onChange={(option) => onChange(option?.value)}
              />
            )}
          </FormField>
          <FormField form={form} name="fiscalYearStart" label="Fiscal year starts in">
            {({ value, onChange, ...control }) => (
              <Select
                {...control}
                options={monthOptions}
                value={String(value)}
                onChange={(month) => onChange(Number(month))}
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

/** The same to read. */
export function MspFacts({ msp }: { msp: Msp }) {
  const nothing = <span className="text-ink-3">Not said</span>;
  return (
    <FactList
      className="max-w-160"
      facts={[
        { id: 'name', label: 'Name', value: msp.name },
        { id: 'portal', label: 'Client portal', value: portalOf(msp) },
        { id: 'email', label: 'Support email', value: msp.supportEmail || nothing },
        { id: 'phone', label: 'Support phone', value: msp.supportPhone || nothing },
        { id: 'zone', label: 'Time zone', value: zoneOption(msp.timeZone).label },
        { id: 'currency', label: 'Currency', value: currencyOption(msp.currency).label },
        { id: 'year', label: 'Fiscal year starts in', value: MONTHS[msp.fiscalYearStart - 1] ?? nothing },
      ]}
    />
  );
}
