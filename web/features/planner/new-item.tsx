import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { z } from 'zod';
import { labour } from '../../../shared/kernel/minor.ts';
import { Price } from '../../../shared/kernel/money.ts';
import { Priority } from '../../../shared/kernel/priority.ts';
import { costsBeside } from '../../../shared/planner/costs-beside.ts';
import { Lane, NewPlannerItem } from '../../../shared/planner/planner-item.ts';
import type { Quarter } from '../../../shared/planner/roadmap-quarters.ts';
import { LANE_WORDS } from '../../../shared/planner/words.ts';
import { client } from '../../lib/api.ts';
import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { optionsOf } from '../../ui/options.ts';
import { PRIORITIES } from '../../ui/priority.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import type { PlannerClient } from './planner-page.tsx';
import { rateQuery, refreshPlanner } from './queries.ts';

const { title, hours, publicNote } = NewPlannerItem.shape;
const Fields = z.object({
  title,
  lane: Lane,
  priority: Priority,
  quarter: z.string(),
  hours,
  purchases: Price,
  publicNote,
});
const NO_DATE = 'none';

/** Adds an item by hand: the few facts it needs now; the rest is on its page. Loads on first use. */
export default function NewItem({
  company: { companyId, currency },
  quarters,
  withoutDate,
  goal,
  onClose,
  onOpen,
}: {
  company: PlannerClient;
  quarters: readonly Quarter[];
  withoutDate: boolean;
  /** The goal that it serves gives its first words; an open finding behind the goal is planned with it. */
  goal?: { goalId: string; title: string; why: string; priority: Priority; findingId?: string };
  onClose: () => void;
  onOpen: (plannerItemId: string) => void;
}) {
  const queryClient = useQueryClient();
  const first = useRef<HTMLInputElement>(null);
  const { data: rate } = useQuery(rateQuery(companyId));
  const options = [
    ...quarters.map(({ name, start }) => ({ value: start, label: name })),
    { value: NO_DATE, label: 'No date yet' },
  ];
  const form = useSchemaForm(Fields, {
    title: goal?.title ?? '',
    lane: 'advisory',
    priority: goal?.priority ?? 'medium',
    quarter: withoutDate ? NO_DATE : (options[1]?.value ?? NO_DATE),
    hours: 0,
    purchases: 0,
    publicNote: goal?.why ?? '',
  });
  const [typedHours, purchases] = form.watch(['hours', 'purchases']);
  const known = Number.isFinite(typedHours) && Number.isFinite(purchases) && rate !== undefined;
  const likely = known ? labour(typedHours ?? 0, rate.ratePerHour) + purchases : 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={goal ? 'Planner item for the goal' : 'New planner item'}
      size="lg"
      initialFocus={first}
    >
      <Form
        form={form}
        onSubmit={async ({ quarter, purchases: minor, ...facts }) => {
          const chosen = quarters.find(({ start }) => start === quarter);
          const item = await client.planner.create({
            ...facts,
            companyId,
            ...(goal ? { goalId: goal.goalId } : {}),
            ...(goal?.findingId ? { findingId: goal.findingId } : {}),
            costs: costsBeside(minor, 0, 0),
            ...(chosen ? { startDate: chosen.start, endDate: chosen.end } : {}),
          });
          await refreshPlanner(queryClient);
          toast({
            title: 'Added',
            detail: item.title,
            action: { label: 'Open', run: () => onOpen(item.plannerItemId) },
          });
          onClose();
        }}
      >
        <FormField form={form} name="title" label="Title">
          {(control) => (
            <TextInput
              {...control}
              ref={(input) => {
                control.ref(input);
                first.current = input;
              }}
              autoComplete="off"
              maxLength={160}
            />
          )}
        </FormField>
        <div className="grid gap-4 sm:grid-cols-3">
          <FormField form={form} name="lane" label="Lane">
            {(control) => <Select {...control} options={optionsOf(LANE_WORDS)} />}
          </FormField>
          <FormField form={form} name="priority" label="Priority">
            {(control) => <Select {...control} options={optionsOf(PRIORITIES)} />}
          </FormField>
          <FormField form={form} name="quarter" label="Quarter">
            {(control) => <Select {...control} options={options} />}
          </FormField>
          <FormField form={form} name="hours" label="Hours">
            {(control) => <NumberInput {...control} unit="h" />}
          </FormField>
          <FormField form={form} name="purchases" label="Purchases, once">
            {(control) => <MoneyInput {...control} currency={currency} />}
          </FormField>
          <div className="flex flex-col gap-1">
            <span className="font-medium text-body">Estimate</span>
            <output className="flex h-control items-center gap-1.5">
              <Money minor={likely} currency={currency} className="font-semibold" />
              <span className="text-ink-3 text-meta">likely, not a quote</span>
            </output>
          </div>
        </div>
        <FormField
          form={form}
          name="publicNote"
          label="Public note"
          optional
          help="The client reads it once the item is published."
        >
          {(control) => <Textarea {...control} value={control.value ?? ''} />}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Add item</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
