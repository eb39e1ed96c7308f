import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { CATEGORIES } from '../../../shared/budgets/forecast-categories.ts';
import { type ForecastRules, ForecastRulesChange, MOST_YEARS } from '../../../shared/budgets/forecast-rules.ts';
import { dateIn, fiscalQuarter } from '../../../shared/kernel/calendar.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { asProblem } from '../../ui/problem.ts';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import type { BudgetCompany } from './budget-list.tsx';
import { CategoryRuleFields } from './category-rule-fields.tsx';
import { DeviceRuleFields } from './device-rule-fields.tsx';
import { newKey } from './forecast-keys.ts';
import { forecastKey, forecastQuery } from './queries.ts';

const YEARS_AROUND = 2;
const lengths = Array.from({ length: MOST_YEARS }, (_, at) => ({
  value: String(at + 1),
  label: at === 0 ? '1 year ahead' : `${at + 1} years ahead`,
}));

/** What a client's forecast is calculated by. Loads on first use. */
export default function ForecastRulesForm({
  company,
  rules,
  onClose,
}: {
  company: BudgetCompany;
  rules: ForecastRules;
  onClose: () => void;
}) {
  const { companyId, currency, timeZone, fiscalYearStart } = company;
  const queryClient = useQueryClient();
  const [thisYear] = useState(() => fiscalQuarter(dateIn(timeZone, new Date()), fiscalYearStart).year);
  const form = useSchemaForm(ForecastRulesChange, { ...rules, companyId });
  const list = useFieldArray({ control: form.control, name: 'rules' });
  const nameOf = (year: number) => yearWords(year, fiscalYearStart);
  const first = Math.min(rules.baseYear, thisYear - YEARS_AROUND);
  const years = Array.from({ length: thisYear + YEARS_AROUND - first + 1 }, (_, at) => ({
    value: String(first + at),
    label: nameOf(first + at),
    detail: first + at === thisYear ? 'This year' : undefined,
  }));
  const base = form.watch('baseYear');
  const forAll = form.watch('applyGlobalToAll');
  const ruled = form.watch('rules').map(({ categoryKey }) => categoryKey);
  const unruled = CATEGORIES.filter(({ key }) => !ruled.includes(key));
  const add = (categoryKey = newKey(ruled), label = '') =>
    list.append({
      categoryKey,
      label,
      baseYearAmount: 0,
      perYearIncreasePercent: form.getValues('globalDefaultIncreasePercent'),
      isIncreaseEnabled: true,
      manualOverrides: {},
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Forecast of ${company.name}`}
      description="Planned work, lines by hand, licences and devices that fall due count as they are. Rules speak for everything else."
      size="lg"
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          try {
            await client.budgets.setForecastRules(values);
          } catch (error) {
            if (asProblem(error)?.status === 409) {
              const newer = await queryClient.fetchQuery({ ...forecastQuery(companyId, false), staleTime: 0 });
              form.setValue('v', newer.rules.v);
            }
            throw error;
          }
          await queryClient.invalidateQueries({ queryKey: forecastKey() });
          toast({ title: 'Forecast saved' });
          onClose();
        }}
      >
        <div className="grid gap-4 sm:grid-cols-3">
          <FormField form={form} name="baseYear" label="Base year" help="Years that are over are not shown.">
            {(control) => (
              <Select
                {...control}
                options={years}
                value={String(control.value)}
                onChange={(value) => control.onChange(Number(value))}
              />
            )}
          </FormField>
          <FormField form={form} name="yearsForward" label="How far">
            {(control) => (
              <Select
                {...control}
                options={lengths}
                value={String(control.value)}
                onChange={(value) => control.onChange(Number(value))}
              />
            )}
          </FormField>
          <FormField form={form} name="globalDefaultIncreasePercent" label="Increase a year">
            {(control) => <NumberInput {...control} unit="%" />}
          </FormField>
        </div>
        <div className="flex flex-col gap-2">
          <FormField form={form} name="applyGlobalToAll" label={<span className="sr-only">Increase of all</span>}>
            {({ value, onChange, ...control }) => (
              <Checkbox
                {...control}
                checked={value}
                onChange={onChange}
                label="The same increase for every category"
                detail="Rules keep their own percentage, and it counts again when this is off."
              />
            )}
          </FormField>
          <FormField form={form} name="renewalsAssumed" label={<span className="sr-only">Renewals</span>}>
            {({ value, onChange, ...control }) => (
              <Checkbox
                {...control}
                checked={value}
                onChange={onChange}
                label="Recurring costs renew when their term ends"
                detail="From the renewal on they cost the increase more."
              />
            )}
          </FormField>
        </div>
        <DeviceRuleFields form={form} />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">Categories by rule</legend>
          {list.fields.length === 0 ? (
            <p className="text-ink-3 text-meta">
              None yet. Add what the planner does not know, such as the managed services agreement.
            </p>
          ) : null}
          {list.fields.map((field, at) => (
            <CategoryRuleFields
              key={field.id}
              form={form}
              at={at}
              currency={currency}
              base={base}
              nameOf={nameOf}
              forAll={forAll}
              onRemove={() => list.remove(at)}
            />
          ))}
          <MenuButton
            align="start"
            className="w-fit"
            groups={[
              { id: 'own', items: [{ id: 'new', label: 'A category of its own', onSelect: () => add() }] },
              {
                id: 'known',
                label: 'Until something is known of',
                items: unruled.map(({ key, label }) => ({ id: key, label, onSelect: () => add(key, label) })),
              },
            ].filter(({ items }) => items.length > 0)}
          >
            <Plus aria-hidden />
            Add a category
          </MenuButton>
        </fieldset>
        <div className="flex justify-end gap-2 max-sm:*:flex-1">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Save rules</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
