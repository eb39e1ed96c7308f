import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FindingRow } from '../../../shared/findings/finding.ts';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import { Field } from '../../ui/field.tsx';
import { counted } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { refusalWords } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { type FindingClient, type PlanFinding, proposedPlan } from './planning.ts';
import { quarterOptions } from './quarter-options.ts';
import { refreshFindings } from './queries.ts';

/** Plans several findings at once, each with the estimate it proposes. What fails is listed and can be tried again. */
export default function PlanSeveral({
  findings,
  client,
  clientName,
  plan,
  onClose,
  onDone,
}: {
  findings: readonly FindingRow[];
  /** Absent over all clients: quarters are then named by their months. */
  client?: FindingClient;
  clientName?: (companyId: string) => ReactNode;
  plan: PlanFinding;
  onClose: () => void;
  onDone: () => void;
}) {
  const { locale, timeZone, currency } = useLocale();
  const queryClient = useQueryClient();
  const quarters = quarterOptions(dateIn(timeZone, new Date()), client?.fiscalYearStart, locale);
  const [quarter, setQuarter] = useState(quarters[1]?.value ?? 'none');
  const [left, setLeft] = useState(findings);
  const [failures, setFailures] = useState<readonly { finding: FindingRow; why: string }[]>([]);
  const [busy, setBusy] = useState(false);

  const send = async () => {
    setBusy(true);
    const dates = quarters.find(({ value }) => value === quarter)?.dates;
    const failed: { finding: FindingRow; why: string }[] = [];
    // One after the other: each is a transaction of its own, and the API's rate limit is shared with the rest of the page.
    for (const finding of left) {
      try {
        await plan(finding, { ...proposedPlan(finding, client?.currency ?? currency), dates });
      } catch (error) {
        failed.push({ finding, why: refusalWords(error) });
      }
    }
    await refreshFindings(queryClient);
    setBusy(false);
    const planned = left.length - failed.length;
    if (planned > 0) toast({ title: `${counted(planned, 'finding')} added to the planner` });
    if (failed.length === 0) {
      onDone();
      onClose();
      return;
    }
    setFailures(failed);
    setLeft(failed.map(({ finding }) => finding));
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Add ${counted(left.length, 'finding')} to the planner`}
      description="Each becomes an item with its own estimate. Nothing reaches a client until published."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void send()}>
            {failures.length > 0 ? `Try ${counted(left.length, 'finding')} again` : 'Add to planner'}
          </Button>
        </>
      }
    >
      {failures.length > 0 ? (
        <div role="alert">
          <Callout tone="bad" title={`${counted(failures.length, 'finding')} not planned`}>
            <ul>
              {failures.map(({ finding, why }) => (
                <li key={finding.findingId}>{`${finding.title}: ${why}`}</li>
              ))}
            </ul>
          </Callout>
        </div>
      ) : null}
      <Field label="Quarter">
        <NativeSelect options={quarters} value={quarter} onChange={(event) => setQuarter(event.target.value)} />
      </Field>
      <LedgerList
        className="max-h-72 overflow-y-auto"
        rows={left.map((finding) => ({
          id: finding.findingId,
          label: (
            <>
              {finding.title}
              {clientName ? <span className="text-ink-3 text-meta"> {clientName(finding.companyId)}</span> : null}
            </>
          ),
          value: finding.estimate ? (
            <Money minor={finding.estimate.minor} currency={finding.estimate.currency} />
          ) : (
            <span className="font-normal text-ink-3">No estimate</span>
          ),
        }))}
      />
    </Dialog>
  );
}
