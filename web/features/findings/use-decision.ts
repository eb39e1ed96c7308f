import { useQueryClient } from '@tanstack/react-query';
import { type BaseSyntheticEvent, useState } from 'react';
import { z } from 'zod';
import { Dismissal, DismissReason, type Finding } from '../../../shared/findings/finding.ts';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import { Price } from '../../../shared/kernel/money.ts';
import { client as api } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { useSchemaForm } from '../../ui/form.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { asProblem } from '../../ui/problem.ts';
import { refusalWords } from '../../ui/states.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { type FindingClient, type PlanFinding, proposedPlan } from './planning.ts';
import { quarterOptions } from './quarter-options.ts';
import { leaveQueue, refreshFindings } from './queries.ts';

const Plan = z.object({
  quarter: z.string(),
  minor: Price,
  hours: z
    .number('Enter hours.')
    .min(0, 'Hours cannot be negative.')
    .max(10_000, 'Enter at most 10,000 hours.')
    .multipleOf(0.25, 'Enter hours in quarters, such as 1.25.'),
});
const Dismiss = Dismissal.pick({ note: true }).extend({ reason: z.enum(DismissReason.options, 'Choose a reason.') });

export type Way = 'plan' | 'dismiss';

/** What is wrong may stand below the fold: the first wrong control takes the focus. */
const focusWrong = (_errors: unknown, event?: BaseSyntheticEvent) => {
  const form: unknown = event?.target;
  requestAnimationFrame(() => {
    if (form instanceof HTMLElement) form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
};

/** The decision on one open finding: its two forms, how it is sent, and what went wrong. What is typed stays. */
export function useDecision({
  finding,
  client,
  plan,
  onDecided,
}: {
  finding: Finding;
  client: FindingClient;
  plan: PlanFinding;
  onDecided: () => void;
}) {
  const may = useMay();
  const queryClient = useQueryClient();
  const { locale, timeZone } = useLocale();
  const [way, setWay] = useState<Way>(may('planner:write') ? 'plan' : 'dismiss');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ words: string; stale: boolean }>();
  const proposed = proposedPlan(finding, client.currency);
  const quarters = quarterOptions(dateIn(timeZone, new Date()), client.fiscalYearStart, locale);
  const planForm = useSchemaForm(Plan, {
    quarter: quarters[1]?.value,
    minor: proposed.minor,
    hours: proposed.hours,
  });
  const dismissForm = useSchemaForm(Dismiss, { note: '' });
  const one = { companyId: finding.companyId, findingId: finding.findingId };

  const decide = async (send: () => Promise<() => void>) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const tell = await send();
      onDecided();
      leaveQueue(queryClient, finding.findingId);
      await refreshFindings(queryClient);
      tell();
    } catch (error) {
      const { status } = asProblem(error) ?? {};
      setRefusal({ words: refusalWords(error), stale: status === 409 || status === 422 });
    } finally {
      setBusy(false);
    }
  };
  const sendPlan = planForm.handleSubmit(
    ({ quarter, minor, hours }) =>
      decide(async () => {
        const dates = quarters.find(({ value }) => value === quarter)?.dates;
        const { open } = await plan(finding, { dates, minor, hours, currency: proposed.currency });
        return () => toast({ title: 'Added to planner', detail: finding.title, action: { label: 'Open', run: open } });
      }),
    focusWrong,
  );
  const sendDismissal = dismissForm.handleSubmit(
    (values) =>
      decide(async () => {
        const { v } = await api.findings.dismiss({ ...one, ...values, v: finding.v });
        const undo = () =>
          api.findings.reopen({ ...one, v }).then(
            () => refreshFindings(queryClient),
            (error) => {
              tell(error);
            },
          );
        return () => toast({ title: 'Dismissed', detail: finding.title, undo: () => void undo() });
      }),
    focusWrong,
  );
  return {
    way,
    setWay,
    busy,
    refusal,
    planForm,
    dismissForm,
    quarters,
    currency: proposed.currency,
    finding,
    send: way === 'plan' ? sendPlan : sendDismissal,
  };
}

export type Decision = ReturnType<typeof useDecision>;
