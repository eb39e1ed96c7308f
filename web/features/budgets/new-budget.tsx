import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NewBudget as Schema } from '../../../shared/budgets/budget.ts';
import { dateIn, fiscalQuarter } from '../../../shared/kernel/calendar.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import type { BudgetCompany } from './budget-list.tsx';
import { choicesOf } from './item-choices.ts';
import { ItemPicker } from './item-picker.tsx';
import { plannedItemsQuery, templatesQuery, useKeepBudget } from './queries.ts';
import { lines } from './text.ts';

const YEARS_AHEAD = 5;
/** Choices of a list cannot be empty. */
const NO_TEMPLATE = 'none';

/** Starts a budget from planner items. Loads on first use. */
export default function NewBudget({
  company,
  onClose,
  onOpen,
}: {
  company: BudgetCompany;
  onClose: () => void;
  onOpen: (budgetId: string) => void;
}) {
  const { companyId, fiscalYearStart: startMonth } = company;
  const nameOf = (year: number) => yearWords(year, startMonth);
  const titleOf = (year: number) => `${nameOf(year)} budget`;
  const keep = useKeepBudget();
  const planned = useQuery(plannedItemsQuery(companyId));
  const [thisYear] = useState(() => fiscalQuarter(dateIn(company.timeZone, new Date()), startMonth).year);
  const form = useSchemaForm(Schema, {
    companyId,
    title: titleOf(thisYear + 1),
    fiscalYear: thisYear + 1,
    plannerItemIds: [],
    internalNotes: '',
  });
  const year = form.watch('fiscalYear');
  const offered = useQuery(templatesQuery()).data?.items ?? [];
  const chosen = offered.find(({ templateId }) => templateId === form.watch('templateId'));
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, at) => thisYear + at).map((value) => ({
    value: String(value),
    label: nameOf(value),
    detail: value === thisYear ? 'This year' : undefined,
  }));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`New budget for ${company.name}`} size="lg">
      <Form
        form={form}
        onSubmit={async (values) => {
          const budget = keep(await client.budgets.create(values));
          toast({
            title: `${budget.title} created as a draft`,
            detail: 'The client sees nothing until you send lines.',
          });
          onOpen(budget.budgetId);
        }}
      >
        <div className="grid gap-4 sm:grid-cols-[1fr_9rem]">
          <FormField form={form} name="title" label="Title">
            {(control) => <TextInput {...control} autoComplete="off" />}
          </FormField>
          <FormField form={form} name="fiscalYear" label="Fiscal year">
            {(control) => (
              <Select
                {...control}
                options={years}
                value={String(control.value)}
                onChange={(value) => {
                  if (form.getValues('title') === titleOf(year)) form.setValue('title', titleOf(Number(value)));
                  control.onChange(Number(value));
                }}
              />
            )}
          </FormField>
        </div>
        <FormField
          form={form}
          name="templateId"
          label="Start from a template"
          optional
          help={chosen ? `${chosen.description} ${lines(chosen.lines.length)} are copied.` : undefined}
        >
          {(control) => (
            <Select
              {...control}
              options={[
                { value: NO_TEMPLATE, label: 'No template' },
                ...offered.map(({ templateId, name, shipped }) => ({
                  value: templateId,
                  label: name,
                  detail: shipped ? undefined : 'Our own',
                })),
              ]}
              value={control.value ?? NO_TEMPLATE}
              onChange={(value) => control.onChange(value === NO_TEMPLATE ? undefined : value)}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="plannerItemIds"
          label="Planner items"
          group
          help="Hours become labour lines, costs become lines of their own. You can change drafts afterwards."
        >
          {(control) =>
            planned.error ? (
              <ErrorState error={planned.error} onRetry={() => void planned.refetch()} className="py-6" />
            ) : (
              <ItemPicker
                choices={planned.data && choicesOf(planned.data.items, { year, startMonth })}
                year={nameOf(year)}
                currency={company.currency}
                chosen={control.value ?? []}
                none={chosen ? 'The budget starts with the template alone.' : 'The budget starts empty.'}
                onChange={control.onChange}
              />
            )
          }
        </FormField>
        <FormField
          form={form}
          name="internalNotes"
          label="Internal notes"
          optional
          help="Staff only. The client never sees them."
        >
          {(control) => <Textarea {...control} value={control.value ?? ''} rows={2} maxLength={4000} />}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Create budget</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
