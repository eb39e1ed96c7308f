import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { amountIn } from '../../../shared/budgets/amounts.ts';
import { type BudgetDetail, type BudgetLine, LINE_TYPES, NewLine } from '../../../shared/budgets/budget.ts';
import type { Product } from '../../../shared/budgets/product.ts';
import { fiscalYear } from '../../../shared/kernel/calendar.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { client } from '../../lib/api.ts';
import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { whenOf } from './line-views.ts';
import { ProductPicker } from './product-picker.tsx';
import { productQuery } from './queries.ts';
import { LINE_TYPE, RECURRENCE } from './text.ts';
import { useBudgetSave } from './use-budget-run.ts';

const typeOptions = LINE_TYPES.map((value) => ({ value, label: LINE_TYPE[value] }));
const recurrenceOptions = (['one-time', 'monthly', 'annual'] as const).map((value) => ({
  value,
  label: RECURRENCE[value],
}));

/** Adds a line by hand (from a copy, when `from` is given), or edits the draft line `line`. Loads on first use. */
export default function LineForm({
  budget,
  line,
  from = line,
  onClose,
}: {
  budget: BudgetDetail;
  line?: BudgetLine;
  from?: BudgetLine;
  onClose: () => void;
}) {
  const { companyId, budgetId, currency } = budget;
  const year = yearWords(budget.fiscalYear, budget.fiscalYearStart);
  const save = useBudgetSave(budget);
  const form = useSchemaForm(NewLine, {
    companyId,
    budgetId,
    v: budget.v,
    label: from?.label ?? '',
    type: from?.type ?? 'hardware',
    quantity: from?.quantity ?? 1,
    unitMinor: from?.unitMinor,
    recurrence: from?.recurrence ?? 'one-time',
    startDate: from?.startDate ?? fiscalYear(budget.fiscalYear, budget.fiscalYearStart).start,
    termMonths: from?.termMonths ?? 12,
    note: from?.note ?? '',
    product: from?.product,
  });
  const [picked, setPicked] = useState<Product>();
  const product = form.watch('product');
  const known = useQuery({ ...productQuery(product?.productId ?? ''), enabled: product !== undefined });
  const choose = (next: Product | undefined) => {
    setPicked(next);
    form.setValue('product', next && { productId: next.productId, unitMinor: next.unitPriceMinor });
    if (!next) return;
    const { name: label, type, unitPriceMinor: unitMinor, recurrence } = next;
    for (const [field, value] of Object.entries({ label, type, unitMinor, recurrence }))
      form.setValue(field as 'label', value as string, { shouldValidate: true });
  };
  const [quantity, unitMinor, recurrence = 'one-time', startDate, termMonths = 12] = form.watch([
    'quantity',
    'unitMinor',
    'recurrence',
    'startDate',
    'termMonths',
  ]);
  const priced = { quantity, unitMinor, recurrence, startDate, termMonths };
  const isKnown = [quantity, unitMinor, termMonths].every(Number.isFinite) && Boolean(startDate);
  const amount = isKnown ? amountIn(priced, budget.fiscalYear, budget.fiscalYearStart) : undefined;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={line ? `Edit ${line.label}` : 'Add a line'}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const change = () =>
            line
              ? client.budgets.editLine({ ...values, product: values.product ?? null, budgetLineId: line.budgetLineId })
              : client.budgets.addLine(values);
          await save(change, (v) => form.setValue('v', v));
          toast({ title: line ? 'Saved' : `${values.label} added as a draft` });
          onClose();
        }}
      >
        {line?.source ? null : (
          <ProductPicker
            currency={currency}
            chosen={product && { productId: product.productId, name: (picked ?? known.data)?.name ?? 'A product' }}
            onChoose={choose}
          />
        )}
        <FormField form={form} name="label" label="What it is for">
          {(control) => <TextInput {...control} placeholder="Desktop refresh, wave 1" autoComplete="off" />}
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="type" label="Type">
            {(control) => <Select {...control} options={typeOptions} />}
          </FormField>
          <FormField form={form} name="recurrence" label="How often">
            {(control) => <Select {...control} options={recurrenceOptions} />}
          </FormField>
          <FormField form={form} name="quantity" label="Quantity" help="Hours, for labour.">
            {(control) => <NumberInput {...control} />}
          </FormField>
          <FormField form={form} name="unitMinor" label="Price of one">
            {(control) => <MoneyInput {...control} currency={currency} />}
          </FormField>
          <FormField form={form} name="startDate" label={recurrence === 'one-time' ? 'Due' : 'First due'}>
            {(control) => <DateInput {...control} />}
          </FormField>
          {recurrence === 'one-time' ? null : (
            <FormField form={form} name="termMonths" label="Term in months">
              {(control) => <NumberInput {...control} value={control.value ?? null} />}
            </FormField>
          )}
        </div>
        <FormField form={form} name="note" label="Note" optional help="The client reads it beside the line.">
          {(control) => <Textarea {...control} value={control.value ?? ''} rows={2} maxLength={1000} />}
        </FormField>
        <div className="flex flex-wrap items-center justify-end gap-2">
          <p className="num mr-auto text-ink-2 text-meta" aria-live="polite">
            {amount === undefined ? null : (
              <>
                <Money minor={amount} currency={currency} className="font-semibold text-ink" /> in {year}
                {amount === 0 ? null : `, ${whenOf({ ...priced, amountMinor: amount } as BudgetLine, budget)}`}
              </>
            )}
          </p>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>{line ? 'Save' : 'Add line'}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
