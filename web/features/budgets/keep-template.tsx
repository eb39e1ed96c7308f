import { useQueryClient } from '@tanstack/react-query';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { NewTemplate } from '../../../shared/budgets/budget-template.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { templatesKey } from './queries.ts';
import { lines } from './text.ts';

/** Keeps the lines of a budget as a template of the MSP's own. Loads on first use. */
export default function KeepTemplate({ budget, onClose }: { budget: BudgetDetail; onClose: () => void }) {
  const { companyId, budgetId } = budget;
  const queryClient = useQueryClient();
  const form = useSchemaForm(NewTemplate, { companyId, budgetId, name: '', description: '' });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Keep as a template"
      description={`${lines(budget.lines.length)} with prices and months, without the client's answers. Everybody who sees budgets sees the template.`}
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const { name } = await client.budgets.saveTemplate(values);
          await queryClient.invalidateQueries({ queryKey: templatesKey() });
          toast({ title: `${name} kept as a template`, detail: 'New budgets can start from it.' });
          onClose();
        }}
      >
        <FormField form={form} name="name" label="Name">
          {(control) => <TextInput {...control} placeholder="A usual year, dental" autoComplete="off" />}
        </FormField>
        <FormField form={form} name="description" label="What it is for" optional>
          {(control) => <Textarea {...control} value={control.value ?? ''} rows={2} maxLength={400} />}
        </FormField>
        <div className="flex justify-end gap-2 max-sm:*:flex-1">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Keep template</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
