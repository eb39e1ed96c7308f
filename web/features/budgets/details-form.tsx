import { BudgetChange, type BudgetDetail } from '../../../shared/budgets/budget.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { useBudgetSave } from './use-budget-run.ts';

/** Title, due date and internal notes of a budget. Loads on first use. */
export default function DetailsForm({ budget, onClose }: { budget: BudgetDetail; onClose: () => void }) {
  const { companyId, budgetId, v, title, dueDate = null, internalNotes } = budget;
  const save = useBudgetSave(budget);
  const form = useSchemaForm(BudgetChange, { companyId, budgetId, v, title, dueDate, internalNotes });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Edit ${title}`}>
      <Form
        form={form}
        onSubmit={async (values) => {
          await save(
            () => client.budgets.edit(values),
            (newer) => form.setValue('v', newer),
          );
          toast({ title: 'Saved' });
          onClose();
        }}
      >
        <FormField form={form} name="title" label="Title" help="The client reads it too.">
          {(control) => <TextInput {...control} value={control.value ?? ''} autoComplete="off" />}
        </FormField>
        <FormField
          form={form}
          name="dueDate"
          label="Answers due"
          optional
          help="The portal tells the client until when you wait."
        >
          {(control) => <DateInput {...control} />}
        </FormField>
        <FormField
          form={form}
          name="internalNotes"
          label="Internal notes"
          optional
          help="Staff only. The client never sees them."
        >
          {(control) => <Textarea {...control} value={control.value ?? ''} rows={5} maxLength={4000} />}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
