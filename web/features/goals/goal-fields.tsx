import type { RefObject } from 'react';
import { z } from 'zod';
import { type GoalDetail, NewGoal } from '../../../shared/goals/goal.ts';
import { Metric } from '../../../shared/goals/measure.ts';
import { CalendarDate } from '../../../shared/kernel/date.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormField, type SchemaForm } from '../../ui/form.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { optionsOf } from '../../ui/options.ts';
import { PRIORITIES } from '../../ui/priority.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { CATEGORIES } from './standings.ts';
import { HORIZONS, METRICS, MODES } from './text.ts';

const { title, category, priority, horizon, progressMode, progress, why, nextStep, description, ownerId } =
  NewGoal.shape;
const figure = z.number('Enter a number.').min(0, 'The figure cannot be negative.').max(1_000_000_000);

/** What the form of a goal holds; `measureOf` makes the measure out of its three flat fields. */
export const GoalFields = z
  .object({
    title,
    category: category.unwrap(),
    priority: priority.unwrap(),
    horizon: horizon.unwrap(),
    startDate: CalendarDate.nullable().optional(),
    targetDate: CalendarDate.nullable().optional(),
    ownerId,
    sponsorContactId: z.string().optional(),
    progressMode: progressMode.unwrap(),
    progress: progress.unwrap(),
    metric: Metric,
    baseline: figure.nullable().optional(),
    target: figure.nullable().optional(),
    why: why.unwrap(),
    nextStep: nextStep.unwrap(),
    description: description.unwrap(),
  })
  .refine(({ progressMode: mode, target }) => mode !== 'from-metric' || typeof target === 'number', {
    path: ['target'],
    message: 'Enter the target.',
  });
export type GoalFields = z.infer<typeof GoalFields>;
export type GoalForm = SchemaForm<GoalFields, GoalFields>;

/** What the form starts with: a goal that is there, or the words of what a new one comes from. */
export function fieldsOf(goal: Partial<GoalDetail>): GoalFields {
  return {
    title: goal.title ?? '',
    category: goal.category ?? 'security',
    priority: goal.priority ?? 'medium',
    horizon: goal.horizon ?? 'this-year',
    startDate: goal.startDate ?? null,
    targetDate: goal.targetDate ?? null,
    ownerId: goal.ownerId,
    sponsorContactId: goal.sponsorContactId,
    progressMode: goal.progressMode ?? 'from-planner',
    progress: goal.progress ?? 0,
    metric: goal.measure?.metric ?? 'secure-score',
    baseline: goal.measure?.baseline ?? null,
    target: goal.measure?.target ?? null,
    why: goal.why ?? '',
    nextStep: goal.nextStep ?? '',
    description: goal.description ?? '',
  };
}

/** The measure that a filled form asks for; none when progress follows no figure. */
export function measureOf({ progressMode: mode, metric, baseline, target }: GoalFields) {
  if (mode !== 'from-metric' || typeof target !== 'number') return {};
  return { measure: { metric, target, ...(typeof baseline === 'number' ? { baseline } : {}) } };
}

/** A figure in the unit of its metric. */
function FigureField({
  form,
  name,
  label,
  help,
  metric,
  currency,
}: {
  form: GoalForm;
  name: 'baseline' | 'target';
  label: string;
  help?: string;
  metric: Metric;
  currency: string;
}) {
  return (
    <FormField form={form} name={name} label={label} help={help} optional={name === 'baseline'}>
      {(control) =>
        metric === 'licence-waste' ? (
          <MoneyInput {...control} currency={currency} />
        ) : (
          <NumberInput {...control} unit="%" />
        )
      }
    </FormField>
  );
}

/** The fields of a goal, for a new one and for a change. */
export function GoalFieldSet({
  form,
  first,
  currency,
  people,
  contacts,
}: {
  form: GoalForm;
  /** Takes the focus when the dialog opens. */
  first?: RefObject<HTMLInputElement | null>;
  currency: string;
  people: ReadonlyMap<string, string>;
  contacts: readonly { contactId: string; name: string }[];
}) {
  const metric = form.watch('metric');
  const staff = [...people].map(([value, label]) => ({ value, label }));
  const sponsors = contacts.map(({ contactId, name }) => ({ value: contactId, label: name }));
  return (
    <>
      <FormField form={form} name="title" label="Goal" help="What is true when it is reached.">
        {(control) => (
          <TextInput
            {...control}
            ref={(input) => {
              control.ref(input);
              if (first) first.current = input;
            }}
            autoComplete="off"
            maxLength={160}
          />
        )}
      </FormField>
      <FormField form={form} name="why" label="Why it matters" optional help="In the client’s words.">
        {(control) => <Textarea {...control} rows={2} maxLength={1_000} />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-3">
        <FormField form={form} name="category" label="Category">
          {(control) => <Select {...control} options={optionsOf(CATEGORIES)} />}
        </FormField>
        <FormField form={form} name="priority" label="Priority">
          {(control) => <Select {...control} options={optionsOf(PRIORITIES)} />}
        </FormField>
        <FormField form={form} name="horizon" label="Horizon">
          {(control) => <Select {...control} options={optionsOf(HORIZONS)} />}
        </FormField>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="startDate" label="Start" optional>
          {(control) => <DateInput {...control} />}
        </FormField>
        <FormField form={form} name="targetDate" label="Target date" optional>
          {(control) => <DateInput {...control} />}
        </FormField>
        <FormField form={form} name="ownerId" label="Owner" optional>
          {(control) => <Select {...control} options={staff} placeholder="Unassigned" />}
        </FormField>
        <FormField form={form} name="sponsorContactId" label="Sponsor at the client" optional>
          {(control) => <Select {...control} options={sponsors} placeholder="Nobody yet" />}
        </FormField>
      </div>
      <FormField form={form} name="progressMode" label="Progress" group>
        {(control) => (
          <RadioCards
            {...control}
            options={[
              {
                value: 'from-planner',
                label: MODES['from-planner'],
                detail: 'Hours done of all hours of the work that serves it',
              },
              {
                value: 'from-metric',
                label: MODES['from-metric'],
                detail: 'From where it starts to its target, with every sync',
                children: (
                  <div className="grid gap-3 sm:grid-cols-3">
                    <FormField form={form} name="metric" label="Figure">
                      {(choice) => <Select {...choice} options={optionsOf(METRICS)} />}
                    </FormField>
                    <FigureField
                      form={form}
                      name="baseline"
                      label="Starts at"
                      help="Empty: today’s figure."
                      metric={metric}
                      currency={currency}
                    />
                    <FigureField form={form} name="target" label="Target" metric={metric} currency={currency} />
                  </div>
                ),
              },
              {
                value: 'manual',
                label: MODES.manual,
                detail: 'You say how far it is',
                children: (
                  <FormField form={form} name="progress" label="Progress" className="max-w-40">
                    {(percent) => <NumberInput {...percent} unit="%" />}
                  </FormField>
                ),
              },
            ]}
          />
        )}
      </FormField>
      <FormField form={form} name="nextStep" label="Next step" optional>
        {(control) => <TextInput {...control} autoComplete="off" maxLength={300} />}
      </FormField>
      <FormField form={form} name="description" label="Notes" optional>
        {(control) => <Textarea {...control} rows={3} maxLength={4_000} />}
      </FormField>
    </>
  );
}
