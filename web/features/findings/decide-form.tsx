import { useRef } from 'react';
import { useMay } from '../../lib/session.ts';
import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Section } from '../../ui/card.tsx';
import { FormField } from '../../ui/form.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { type RadioCard, RadioCards } from '../../ui/radio-cards.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { REASONS } from './text.ts';
import type { Decision, Way } from './use-decision.ts';

const reasons = [
  { value: '', label: 'Choose a reason' },
  ...Object.entries(REASONS).map(([value, label]) => ({ value, label })),
];

function PlanFields({ decision: { planForm, quarters, currency } }: { decision: Decision }) {
  return (
    <div className="grid grid-cols-[1.2fr_1.2fr_1fr] gap-2 max-sm:grid-cols-2">
      <FormField form={planForm} name="quarter" label="Quarter">
        {(control) => <NativeSelect {...control} options={quarters} />}
      </FormField>
      <FormField form={planForm} name="minor" label="Estimate">
        {(control) => <MoneyInput {...control} currency={currency} />}
      </FormField>
      <FormField form={planForm} name="hours" label="Hours">
        {(control) => <NumberInput {...control} unit="h" />}
      </FormField>
    </div>
  );
}

function DismissFields({ decision: { dismissForm } }: { decision: Decision }) {
  return (
    <div className="flex flex-col gap-3">
      <FormField form={dismissForm} name="reason" label="Reason">
        {(control) => <NativeSelect {...control} value={control.value ?? ''} options={reasons} />}
      </FormField>
      <FormField form={dismissForm} name="note" label="Note" help="The next reader will ask. Staff only.">
        {(control) => <Textarea {...control} rows={2} maxLength={1_000} />}
      </FormField>
    </div>
  );
}

/** The ways out of an open finding, as one list that says what each demands. */
export function DecideForm({
  decision,
  formId,
  onReload,
}: {
  decision: Decision;
  formId: string;
  onReload: () => void;
}) {
  const may = useMay();
  const { way, setWay, currency, refusal, finding } = decision;
  const form = useRef<HTMLFormElement>(null);
  const choose = (next: Way) => {
    setWay(next);
    // What the choice asks for opens below it, which may be under the panel's foot.
    requestAnimationFrame(() => form.current?.scrollIntoView({ block: 'nearest' }));
  };
  const ways: (RadioCard<Way> & { allowed: boolean })[] = [
    {
      value: 'plan',
      allowed: may('planner:write'),
      label: 'Plan the work',
      detail: 'Becomes an item of the roadmap, with this finding as its reason',
      fact: finding.estimate ? <Money minor={finding.estimate.minor} currency={currency} /> : undefined,
      children: <PlanFields decision={decision} />,
    },
    {
      value: 'dismiss',
      allowed: may('findings:decide'),
      label: 'Dismiss',
      detail: 'Needs a reason: wrong data, duplicate, not in scope, or the risk is accepted',
      children: <DismissFields decision={decision} />,
    },
  ];
  return (
    <Section title="Decide">
      <form ref={form} id={formId} noValidate onSubmit={decision.send} className="flex flex-col gap-3">
        <RadioCards label="Decide" value={way} onChange={choose} options={ways.filter(({ allowed }) => allowed)} />
        {refusal ? (
          <div role="alert">
            <Callout
              tone="bad"
              title={refusal.words}
              actions={
                refusal.stale ? (
                  <Button size="sm" onClick={onReload}>
                    Reload the finding
                  </Button>
                ) : undefined
              }
            />
          </div>
        ) : null}
      </form>
    </Section>
  );
}

/** The button of the chosen way, with what it means. */
export function DecideFooter({ decision: { way, busy }, formId }: { decision: Decision; formId: string }) {
  return (
    <>
      <p className="mr-auto text-ink-3 text-meta">
        {way === 'plan' ? 'Nothing reaches the client until published.' : 'It can be opened again.'}
      </p>
      <Button variant="primary" type="submit" form={formId} busy={busy} className="max-sm:w-full">
        {way === 'plan' ? 'Add to planner' : 'Dismiss'}
      </Button>
    </>
  );
}
