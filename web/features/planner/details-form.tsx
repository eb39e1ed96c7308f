import { PlannerItemChange, type PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { LANE_WORDS } from '../../../shared/planner/words.ts';
import { Button } from '../../ui/button.tsx';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { optionsOf } from '../../ui/options.ts';
import { PRIORITIES } from '../../ui/priority.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { STATUSES } from './statuses.ts';
import { BUSINESS_VALUES } from './text.ts';
import { useItemSave } from './use-item.ts';

type Dates = { startDate?: string | null; endDate?: string | null };

const Fields = PlannerItemChange.pick({
  title: true,
  status: true,
  lane: true,
  priority: true,
  businessValue: true,
  startDate: true,
  endDate: true,
  assigneeId: true,
  approverContactId: true,
  riskIfDeferred: true,
})
  .refine(({ startDate, endDate }: Dates) => Boolean(startDate) === Boolean(endDate), {
    path: ['endDate'],
    message: 'Give both a start and an end, or neither.',
  })
  .refine(({ startDate, endDate }: Dates) => !startDate || !endDate || startDate <= endDate, {
    path: ['endDate'],
    message: 'The end cannot be before the start.',
  });

/** The facts of an item beside its estimate and notes. Loads on first use. */
export default function DetailsForm({
  item,
  people,
  contacts,
  onClose,
}: {
  item: PlannerItemDetail;
  people: ReadonlyMap<string, string>;
  contacts: readonly { contactId: string; name: string }[];
  onClose: () => void;
}) {
  const { save, changedBy } = useItemSave(item);
  const form = useSchemaForm(Fields, {
    title: item.title,
    status: item.status,
    lane: item.lane,
    priority: item.priority,
    businessValue: item.businessValue,
    startDate: item.startDate ?? null,
    endDate: item.endDate ?? null,
    assigneeId: item.assigneeId,
    approverContactId: item.approverContactId,
    riskIfDeferred: item.riskIfDeferred,
  });
  const staff = [...people].map(([value, label]) => ({ value, label }));
  const approvers = contacts.map(({ contactId, name }) => ({ value: contactId, label: name }));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Details" size="lg">
      <Form
        form={form}
        onSubmit={async (set) => {
          if (!(await save(set))) return;
          toast({ title: 'Details saved' });
          onClose();
        }}
      >
        <ChangedMeanwhile what="item" by={changedBy} people={people} onDiscard={onClose} />
        <FormField form={form} name="title" label="Title">
          {(control) => <TextInput {...control} value={control.value ?? ''} autoComplete="off" />}
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="status" label="Status">
            {(control) => <Select {...control} options={optionsOf(STATUSES)} />}
          </FormField>
          <FormField form={form} name="lane" label="Lane">
            {(control) => <Select {...control} options={optionsOf(LANE_WORDS)} />}
          </FormField>
          <FormField form={form} name="priority" label="Priority">
            {(control) => <Select {...control} options={optionsOf(PRIORITIES)} />}
          </FormField>
          <FormField form={form} name="businessValue" label="Business value">
            {(control) => <Select {...control} options={optionsOf(BUSINESS_VALUES)} />}
          </FormField>
          <FormField form={form} name="startDate" label="Start" optional>
            {(control) => <DateInput {...control} />}
          </FormField>
          <FormField form={form} name="endDate" label="End" optional help="Without dates it waits in the tray.">
            {(control) => <DateInput {...control} />}
          </FormField>
          <FormField form={form} name="assigneeId" label="Owner" optional>
            {(control) => <Select {...control} options={staff} placeholder="Unassigned" />}
          </FormField>
          <FormField form={form} name="approverContactId" label="Client approver" optional>
            {(control) => <Select {...control} options={approvers} placeholder="Unassigned" />}
          </FormField>
        </div>
        <FormField
          form={form}
          name="riskIfDeferred"
          label="If it waits"
          optional
          help="What happens then. The client reads it."
        >
          {(control) => <Textarea {...control} value={control.value ?? ''} rows={2} maxLength={1_000} />}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Save details</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
