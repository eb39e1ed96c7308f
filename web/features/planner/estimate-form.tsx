import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useFieldArray } from 'react-hook-form';
import { estimate } from '../../../shared/planner/estimate.ts';
import { PlannerItemChange, type PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { changedFields } from '../../lib/changed-fields.ts';
import { Button } from '../../ui/button.tsx';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { optionsOf } from '../../ui/options.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { CatalogueChoice } from './catalogue-choice.tsx';
import { usePriceMoves } from './price-moves.ts';
import { rateQuery } from './queries.ts';
import { COST_KINDS, RECURRENCES } from './text.ts';
import { useItemSave } from './use-item.ts';

const inOrder = (low: number | null | undefined, high: number | null | undefined) =>
  (low ?? null) === null || (high ?? null) === null || (low ?? 0) <= (high ?? 0);

const Fields = PlannerItemChange.pick({
  hours: true,
  hoursLow: true,
  hoursHigh: true,
  costs: true,
  estimateLow: true,
  estimateHigh: true,
})
  .refine((set) => inOrder(set.hoursLow, set.hoursHigh), { path: ['hoursHigh'], message: 'This is below the low end.' })
  .refine((set) => inOrder(set.estimateLow, set.estimateHigh), {
    path: ['estimateHigh'],
    message: 'This is below the low end.',
  })
  .refine((set) => ((set.estimateLow ?? null) === null) === ((set.estimateHigh ?? null) === null), {
    path: ['estimateHigh'],
    message: 'Give both ends of the range, or neither.',
  });

const kinds = optionsOf(COST_KINDS);
const recurrences = optionsOf(RECURRENCES);

/** Hours, cost lines and range of an item, with the likely figure as they change. Loads on first use. */
export default function EstimateForm({
  item,
  people,
  onClose,
}: {
  item: PlannerItemDetail;
  people: ReadonlyMap<string, string>;
  onClose: () => void;
}) {
  const { locale } = useLocale();
  const { currency } = item;
  const { data: card } = useQuery(rateQuery(item.companyId));
  const { save, changedBy } = useItemSave(item);
  const { hours, hoursLow, hoursHigh, costs, estimateLow, estimateHigh } = item;
  const form = useSchemaForm(Fields, { hours, hoursLow, hoursHigh, costs, estimateLow, estimateHigh });
  const lines = useFieldArray({ control: form.control, name: 'costs' });
  const parsed = Fields.safeParse(form.watch());
  // Hours or costs that change are counted at today's rate; until then an item keeps its own.
  const asked = parsed.success ? changedFields({ hours: parsed.data.hours, costs: parsed.data.costs }, item) : {};
  const ratePerHour = Object.keys(asked).length > 0 ? (card?.ratePerHour ?? item.ratePerHour) : item.ratePerHour;
  const now = parsed.success ? estimate(parsed.data.costs ?? [], parsed.data.hours ?? 0, ratePerHour) : undefined;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const shown = form.watch('costs') ?? [];
  const moves = usePriceMoves(shown, currency);
  const moveOf = (at: number) => moves.get(shown[at]?.product?.productId ?? '');
  const takePrice = (at: number) => {
    const unitMinor = moveOf(at);
    const productId = shown[at]?.product?.productId;
    if (unitMinor === undefined || productId === undefined) return;
    form.setValue(`costs.${at}.unitMinor`, unitMinor);
    form.setValue(`costs.${at}.product`, { productId, unitMinor });
  };
  const recurring = now
    ? [
        now.monthlyMinor > 0 ? `${money(now.monthlyMinor)} a month` : '',
        now.annualMinor > 0 ? `${money(now.annualMinor)} a year` : '',
      ].filter(Boolean)
    : [];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Estimate" description={item.title} size="lg">
      <Form
        form={form}
        onSubmit={async (set) => {
          if (!(await save(set))) return;
          toast({ title: 'Estimate saved' });
          onClose();
        }}
      >
        <ChangedMeanwhile what="item" by={changedBy} people={people} onDiscard={onClose} />
        <div className="grid gap-4 sm:grid-cols-3">
          <FormField form={form} name="hours" label="Likely hours">
            {(control) => <NumberInput {...control} unit="h" />}
          </FormField>
          <FormField form={form} name="hoursLow" label="Hours, at least" optional>
            {(control) => (
              <NumberInput {...control} unit="h" onChange={(value) => control.onChange(value ?? undefined)} />
            )}
          </FormField>
          <FormField form={form} name="hoursHigh" label="Hours, at most" optional>
            {(control) => (
              <NumberInput {...control} unit="h" onChange={(value) => control.onChange(value ?? undefined)} />
            )}
          </FormField>
        </div>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">Costs beside labour</legend>
          {lines.fields.map((line, at) => (
            <div
              key={line.id}
              className="grid items-start gap-2 max-sm:rounded-card max-sm:border max-sm:border-line max-sm:p-3 sm:grid-cols-[1fr_7.5rem_4rem_6.5rem_6.5rem_2rem]"
            >
              <FormField form={form} name={`costs.${at}.label`} label={<Column at={at}>What for</Column>}>
                {(control) => <TextInput {...control} autoComplete="off" />}
              </FormField>
              <FormField form={form} name={`costs.${at}.kind`} label={<Column at={at}>Kind</Column>}>
                {(control) => <NativeSelect {...control} options={kinds} />}
              </FormField>
              <FormField form={form} name={`costs.${at}.quantity`} label={<Column at={at}>Count</Column>}>
                {(control) => <NumberInput {...control} />}
              </FormField>
              <FormField form={form} name={`costs.${at}.unitMinor`} label={<Column at={at}>Each</Column>}>
                {(control) => (
                  <>
                    <MoneyInput {...control} currency={currency} />
                    {moveOf(at) === undefined ? null : (
                      <Button variant="link" size="inline" className="mt-1 w-fit" onClick={() => takePrice(at)}>
                        Take {money(moveOf(at) ?? 0)}
                      </Button>
                    )}
                  </>
                )}
              </FormField>
              <FormField form={form} name={`costs.${at}.recurrence`} label={<Column at={at}>Paid</Column>}>
                {(control) => <NativeSelect {...control} options={recurrences} />}
              </FormField>
              <IconButton
                label={`Remove line ${at + 1}`}
                icon={<X />}
                className={at === 0 ? 'sm:mt-6' : 'sm:mt-1'}
                onClick={() => lines.remove(at)}
              />
            </div>
          ))}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              variant="quiet"
              size="sm"
              className="w-fit"
              icon={<Plus aria-hidden />}
              onClick={() =>
                lines.append({ label: '', kind: 'hardware', quantity: 1, unitMinor: 0, recurrence: 'one-time' })
              }
            >
              Add a cost
            </Button>
            <CatalogueChoice currency={currency} onChoose={(cost) => lines.append(cost)} />
          </div>
        </fieldset>
        <div className="grid gap-4 sm:grid-cols-3">
          <div className="flex flex-col gap-1">
            <span className="font-medium">Likely, one time</span>
            <output className="num flex h-control items-center font-semibold">
              {now ? money(now.oneTimeMinor) : '…'}
            </output>
            <p className="num text-ink-3 text-meta">
              {recurring.length > 0 ? `and ${recurring.join(', ')}. ` : ''}
              {`Labour at ${money(ratePerHour)} an hour`}
              {ratePerHour === item.ratePerHour ? '' : `, before at ${money(item.ratePerHour)}`}
            </p>
          </div>
          <FormField form={form} name="estimateLow" label="At least" optional>
            {(control) => (
              <MoneyInput {...control} currency={currency} onChange={(value) => control.onChange(value ?? undefined)} />
            )}
          </FormField>
          <FormField form={form} name="estimateHigh" label="At most" optional help="The range says how sure it is.">
            {(control) => (
              <MoneyInput {...control} currency={currency} onChange={(value) => control.onChange(value ?? undefined)} />
            )}
          </FormField>
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Save estimate</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

/** A column head over the first line; on a phone, and for screen readers, every line has its labels. */
function Column({ at, children }: { at: number; children: string }) {
  return (
    <span className={at > 0 ? 'sm:sr-only' : ''}>
      {children}
      <span className="sr-only">{`, line ${at + 1}`}</span>
    </span>
  );
}
