import { PencilLine, X } from 'lucide-react';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { ForecastRulesChange } from '../../../shared/budgets/forecast-rules.ts';
import { CheckboxBox } from '../../ui/checkbox.tsx';
import { FormField } from '../../ui/form.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';

type In = z.input<typeof ForecastRulesChange>;
type RulesForm = UseFormReturn<In, unknown, z.output<typeof ForecastRulesChange>>;

/** One category's rule: its name, what it costs in the base year, how it grows. Its amounts by hand are set in the table. */
export function CategoryRuleFields({
  form,
  at,
  currency,
  base,
  nameOf,
  forAll,
  onRemove,
}: {
  form: RulesForm;
  at: number;
  currency: string;
  /** The base year. */
  base: number;
  /** How a fiscal year of the client is called. */
  nameOf: (year: number) => string;
  /** One increase holds for all categories, so this one's own rests. */
  forAll: boolean;
  onRemove: () => void;
}) {
  const byHand = Object.keys(form.watch(`rules.${at}.manualOverrides`) ?? {});
  return (
    <div className="grid items-start gap-2 max-sm:rounded-card max-sm:border max-sm:border-line max-sm:p-3 sm:grid-cols-[1fr_8.5rem_6.5rem_4.5rem_2rem]">
      <FormField
        form={form}
        name={`rules.${at}.label`}
        label={<Head at={at}>Category</Head>}
        help={
          byHand.length > 0 ? (
            <span className="flex items-center gap-1">
              <PencilLine aria-hidden className="size-3" />
              {byHand.map((year) => nameOf(Number(year))).join(', ')} set by hand
            </span>
          ) : undefined
        }
      >
        {(control) => <TextInput {...control} placeholder="Managed services" autoComplete="off" />}
      </FormField>
      <FormField form={form} name={`rules.${at}.baseYearAmount`} label={<Head at={at}>{`In ${nameOf(base)}`}</Head>}>
        {(control) => <MoneyInput {...control} currency={currency} />}
      </FormField>
      <FormField form={form} name={`rules.${at}.perYearIncreasePercent`} label={<Head at={at}>A year</Head>}>
        {(control) => <NumberInput {...control} unit="%" className={forAll ? 'opacity-60' : undefined} />}
      </FormField>
      <FormField form={form} name={`rules.${at}.isIncreaseEnabled`} label={<Head at={at}>Grows</Head>}>
        {({ value, onChange, ...control }) => (
          <span className="flex h-control items-center">
            <CheckboxBox {...control} aria-label={`Line ${at + 1} grows`} checked={value} onChange={onChange} />
          </span>
        )}
      </FormField>
      <IconButton
        label={`Remove line ${at + 1}`}
        icon={<X />}
        className={at === 0 ? 'sm:mt-6' : 'sm:mt-1'}
        onClick={onRemove}
      />
    </div>
  );
}

/** A column head over the first line; on a phone, and for screen readers, every line has its labels. */
function Head({ at, children }: { at: number; children: string }) {
  return (
    <span className={at > 0 ? 'sm:sr-only' : ''}>
      {children}
      <span className="sr-only">{`, line ${at + 1}`}</span>
    </span>
  );
}
