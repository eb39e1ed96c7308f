import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { type ForecastRulesChange, MOST_SPREAD } from '../../../shared/budgets/forecast-rules.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FormField } from '../../ui/form.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Select } from '../../ui/select.tsx';

type RulesForm = UseFormReturn<z.input<typeof ForecastRulesChange>, unknown, z.output<typeof ForecastRulesChange>>;

const spreads = Array.from({ length: MOST_SPREAD }, (_, at) => ({
  value: String(at + 1),
  label: at === 0 ? 'All in this quarter' : `Over ${at + 1} quarters`,
}));

/** Whether a client's forecast counts devices that fall due, what they cost later, and when overdue ones are replaced. */
export function DeviceRuleFields({ form }: { form: RulesForm }) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">Devices</legend>
      <FormField form={form} name="devicesCounted" label={<span className="sr-only">Devices that fall due</span>}>
        {({ value, onChange, ...control }) => (
          <Checkbox
            {...control}
            checked={value}
            onChange={onChange}
            label="Devices that fall due are replaced"
            detail="At the price of their kind in the lifecycle policies. What the planner replaces counts there."
          />
        )}
      </FormField>
      {form.watch('devicesCounted') ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="overdueQuarters" label="Overdue devices">
            {(control) => (
              <Select
                {...control}
                options={spreads}
                value={String(control.value)}
                onChange={(value) => control.onChange(Number(value))}
              />
            )}
          </FormField>
          <FormField form={form} name="hardwareIncreasePercent" label="Hardware prices a year">
            {(control) => <NumberInput {...control} unit="%" />}
          </FormField>
        </div>
      ) : null}
    </fieldset>
  );
}
