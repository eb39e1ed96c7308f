import { useState } from 'react';
import type { BudgetDetail, BudgetLine } from '../../../shared/budgets/budget.ts';
import { client } from '../../lib/api.ts';
import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import { Field } from '../../ui/field.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSending } from '../../ui/use-sending.tsx';
import { ESTIMATES, lines as lineCount } from './text.ts';
import { useBudgetSave } from './use-budget-run.ts';

/** Asks before draft lines leave for the client's portal: which, how much, who decides, until when. Loads on first use. */
export default function SendDialog({
  budget,
  lines,
  approvers,
  peopleHref,
  onSent,
  onClose,
}: {
  budget: BudgetDetail;
  /** The draft lines that go. */
  lines: readonly BudgetLine[];
  /** Names of those who can answer; undefined while that is not known. */
  approvers: readonly string[] | undefined;
  peopleHref: string;
  onSent: () => void;
  onClose: () => void;
}) {
  const { companyId, budgetId, currency } = budget;
  const save = useBudgetSave(budget);
  const [v, setV] = useState(budget.v);
  const [dueDate, setDueDate] = useState(budget.dueDate ?? null);
  const count = lineCount(lines.length);
  const sum = lines.reduce((minor, line) => minor + line.amountMinor, 0);
  const nobody = approvers?.length === 0;
  const moved = lines.filter(({ stale }) => stale).length;

  const { busy, refusal, send } = useSending(async () => {
    const budgetLineIds = lines.map((line) => line.budgetLineId);
    await save(
      () => client.budgets.send({ companyId, budgetId, v, budgetLineIds, ...(dueDate ? { dueDate } : {}) }),
      setV,
    );
    toast({ title: `Sent ${count} for approval` });
    onSent();
  });
  return (
    <Dialog
      alert
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Send ${count} for approval`}
      description="The client sees them in the portal at once. Sent lines are locked: to change one afterwards, pull it from the planner anew or start a new version."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={send}>
            Send {count}
          </Button>
        </>
      }
    >
      {refusal}
      <LedgerList
        rows={[
          ...lines.map((line) => ({
            id: line.budgetLineId,
            label: line.label,
            value: <Money minor={line.amountMinor} currency={currency} />,
          })),
          {
            id: 'sum',
            label: (
              <>
                Total <span className="ml-1 font-normal text-ink-3 text-meta">{ESTIMATES}</span>
              </>
            ),
            value: <Money minor={sum} currency={currency} />,
            total: true,
          },
        ]}
      />
      {moved > 0 ? (
        <Callout title={`${moved === 1 ? 'One of them differs' : `${moved} of them differ`} from the planner`}>
          What goes is what stands here. To send the new figures, cancel and pull them first.
        </Callout>
      ) : null}
      {nobody ? (
        <Callout title="Nobody can answer yet" actions={<TextLink href={peopleHref}>Invite someone</TextLink>}>
          No person of this client has a portal role that may approve.
        </Callout>
      ) : (
        <p className="text-ink-2 text-meta">{approvers ? `Who can answer: ${approvers.join(', ')}` : ''}</p>
      )}
      <Field label="Answers due" optional help="The portal tells the client until when you wait.">
        <DateInput value={dueDate} onChange={setDueDate} />
      </Field>
    </Dialog>
  );
}
