import { useQuery } from '@tanstack/react-query';
import { type BudgetDetail, ItemsToAdd } from '../../../shared/budgets/budget.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { choicesOf } from './item-choices.ts';
import { ItemPicker } from './item-picker.tsx';
import { plannedItemsQuery } from './queries.ts';
import { lines } from './text.ts';
import { useBudgetSave } from './use-budget-run.ts';

/** Brings lines of more planner items into a budget. Loads on first use. */
export default function AddItems({ budget, onClose }: { budget: BudgetDetail; onClose: () => void }) {
  const { companyId, budgetId, v, fiscalYear: year, fiscalYearStart: startMonth } = budget;
  const save = useBudgetSave(budget);
  const planned = useQuery(plannedItemsQuery(companyId));
  const form = useSchemaForm(ItemsToAdd, { companyId, budgetId, v, plannerItemIds: [] });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Add planner items to ${budget.title}`} size="lg">
      <Form
        form={form}
        onSubmit={async (values) => {
          const after = await save(
            () => client.budgets.addItems(values),
            (newer) => form.setValue('v', newer),
          );
          toast({ title: `${lines(after.lineCount - budget.lineCount)} added as drafts` });
          onClose();
        }}
      >
        <FormField
          form={form}
          name="plannerItemIds"
          label="Planner items"
          group
          help="Lines that the budget has already are left alone."
        >
          {(control) =>
            planned.error ? (
              <ErrorState error={planned.error} onRetry={() => void planned.refetch()} className="py-6" />
            ) : (
              <ItemPicker
                choices={planned.data && choicesOf(planned.data.items, { year, startMonth }, budget.lines)}
                year={yearWords(year, startMonth)}
                currency={budget.currency}
                chosen={control.value}
                none="Tick what the budget should take."
                onChange={control.onChange}
              />
            )
          }
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Add as drafts</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
