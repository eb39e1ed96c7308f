import { useQueryClient } from '@tanstack/react-query';
import { type Company, NewCompany } from '../../../shared/companies/company.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { companiesKey } from './queries.ts';
import { MONTHS } from './text.ts';

const monthOptions = MONTHS.map((label, i) => ({ value: String(i + 1), label }));
const zoneOptions = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));

/** Creates a client, or edits one when `company` is given. Loads on first use. */
export default function CompanyForm({
  company,
  onClose,
  onSaved,
}: {
  company?: Company;
  onClose: () => void;
  onSaved: (company: Company) => void;
}) {
  const { msp } = useSession();
  const queryClient = useQueryClient();
  const form = useSchemaForm(NewCompany, {
    name: company?.name ?? '',
    industry: company?.industry ?? '',
    website: company?.website ?? '',
    phone: company?.phone ?? '',
    agreement: company?.agreement ?? '',
    seats: company?.seats ?? 0,
    fiscalYearStart: company?.fiscalYearStart ?? 1,
    timeZone: company?.timeZone ?? msp.timeZone,
    currency: company?.currency ?? msp.currency,
    privateNotes: company?.privateNotes ?? '',
    status: company?.status === 'onboarding' ? 'onboarding' : 'active',
  });
  const title = company ? `Edit ${company.name}` : 'New client';
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} size="lg">
      <Form
        form={form}
        onSubmit={async (values) => {
          const saved = company
            ? await client.companies.edit({ ...values, companyId: company.companyId, v: company.v })
            : await client.companies.create(values);
          await queryClient.invalidateQueries({ queryKey: companiesKey() });
          toast({ title: company ? 'Saved' : `${saved.name} added` });
          onSaved(saved);
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="name" label="Name">
            {(control) => <TextInput {...control} autoComplete="off" />}
          </FormField>
          <FormField form={form} name="industry" label="Industry" optional>
            {(control) => <TextInput {...control} placeholder="Healthcare (HIPAA)" />}
          </FormField>
          <FormField
            form={form}
            name="agreement"
            label="Agreement"
            optional
            help="In your own words, such as All-in, $150 a seat."
          >
            {(control) => <TextInput {...control} />}
          </FormField>
          <FormField form={form} name="seats" label="Seats">
            {(control) => <NumberInput {...control} value={control.value ?? null} />}
          </FormField>
          <FormField form={form} name="website" label="Website" optional>
            {(control) => <TextInput {...control} type="url" placeholder="https://" />}
          </FormField>
          <FormField form={form} name="phone" label="Phone" optional>
            {(control) => <TextInput {...control} type="tel" />}
          </FormField>
          <FormField
            form={form}
            name="fiscalYearStart"
            label="Fiscal year starts in"
            help="Quarters of plan and budget follow it."
          >
            {(control) => (
              <Select
                {...control}
                options={monthOptions}
                value={String(control.value)}
                onChange={(month) => control.onChange(Number(month))}
              />
            )}
          </FormField>
          <FormField form={form} name="timeZone" label="Time zone">
            {({ value, onChange, onBlur }) => (
              <Combobox
                options={zoneOptions}
                value={{ value, label: value.replaceAll('_', ' ') }}
                onChange={(zone) => onChange(zone?.value ?? '')}
                onBlur={onBlur}
              />
            )}
          </FormField>
        </div>
        <FormField
          form={form}
          name="privateNotes"
          label="Notes"
          optional
          help="Staff only. The client never sees them."
        >
          {(control) => <Textarea {...control} value={control.value ?? ''} />}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>{company ? 'Save' : 'Add client'}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
