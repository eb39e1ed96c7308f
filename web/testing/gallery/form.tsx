import { z } from 'zod';
import { DateInput } from '../../ui/date-input.tsx';
import { Form, FormField, useSchemaForm } from '../../ui/form.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { Console } from './frame.tsx';

const amount = z.number('Enter an amount, such as $4,200.').int().nonnegative('Enter an amount of 0 or more.');
const NewItem = z.object({
  title: z.string().trim().min(1, 'Enter a title.').max(120, 'A title has at most 120 letters.'),
  lane: z.enum(['security', 'infrastructure'], 'Choose a lane.'),
  due: z.iso.date('Choose a date.'),
  months: z.number('Enter how many months.').min(1, 'At least 1 month.').max(12, 'At most 12 months.'),
  estimate: amount,
  low: amount,
  note: z.string().max(600, 'At most 600 letters.'),
  audience: z.enum(['client', 'staff'], 'Choose who may read it.'),
});
type Input = z.input<typeof NewItem>;

const empty = { title: '', lane: null, due: null, months: null, estimate: null, low: null, note: '', audience: null };

/** A settings-like form: errors by field, a summary beyond five, an answer of the server, a save bar. */
export default function FormPage() {
  const form = useSchemaForm(NewItem, empty as unknown as Input);
  return (
    <Console page="planner" company="Cedar Ridge Family Dental">
      <PageHead
        crumbs={[{ label: 'Planner', href: '#planner' }]}
        title="New planner item"
        fact="An estimate, not a quote"
      />
      <Form
        form={form}
        className="mt-4 max-w-160"
        onSubmit={async (values) => {
          if (values.title === 'taken') {
            throw {
              title: 'Check the title',
              status: 422,
              errors: [{ path: 'title', message: 'An item of this name exists.' }],
            };
          }
          if (values.title === 'locked')
            throw { title: 'The plan is locked', status: 409, detail: 'Version 4 was just published.' };
          toast({ title: 'Added to planner', detail: values.title, undo: () => toast({ title: 'Removed again' }) });
          form.reset(values);
        }}
      >
        <FormField form={form} name="title" label="Title" help="The client reads this.">
          {(control) => <TextInput {...control} />}
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="lane" label="Lane">
            {(control) => (
              <Select
                {...control}
                options={[
                  { value: 'security', label: 'Security' },
                  { value: 'infrastructure', label: 'Infrastructure' },
                ]}
              />
            )}
          </FormField>
          <FormField form={form} name="due" label="Starts">
            {(control) => <DateInput {...control} />}
          </FormField>
          <FormField form={form} name="months" label="Length, months">
            {(control) => <NumberInput {...control} />}
          </FormField>
          <FormField form={form} name="estimate" label="Estimate, likely">
            {(control) => <MoneyInput {...control} />}
          </FormField>
          <FormField form={form} name="low" label="Estimate, low">
            {(control) => <MoneyInput {...control} />}
          </FormField>
        </div>
        <FormField form={form} name="note" label="Note" optional>
          {(control) => <Textarea {...control} maxLength={600} />}
        </FormField>
        <FormField form={form} name="audience" group label="Who may read it">
          {(control) => (
            <RadioCards
              {...control}
              options={[
                { value: 'client', label: 'The client too', detail: 'Shown in the portal once published' },
                { value: 'staff', label: 'Staff only', detail: 'Never leaves the console' },
              ]}
            />
          )}
        </FormField>
        <SaveBar />
      </Form>
    </Console>
  );
}
