import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { client } from '../../lib/api.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { useForgetBudget, useKeepBudget } from './queries.ts';
import { lines } from './text.ts';

/** Asks before a new version takes a budget's place. */
export function ReplaceBudget({
  budget,
  onReplaced,
  onClose,
}: {
  budget: BudgetDetail;
  onReplaced: (budgetId: string) => void;
  onClose: () => void;
}) {
  const keep = useKeepBudget();
  const forget = useForgetBudget();
  const { companyId, budgetId, v, title, sentVersion } = budget;
  const approved = budget.lines.filter(({ status }) => status === 'approved').length;
  const seen = sentVersion > 0 ? ' The client no longer sees this one.' : '';
  const asked = approved > 0 ? ` ${lines(approved)} approved here must be sent and approved anew.` : '';
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Start a new version of ${title}`}
      effect={`A new draft takes over ${lines(budget.lines.length)}, and this budget stays as it is, marked as replaced.${seen}${asked}`}
      verb="Start new version"
      danger={false}
      onConfirm={async () => {
        const fresh = keep(await client.budgets.replace({ companyId, budgetId, v }));
        forget(companyId, budgetId);
        toast({ title: 'New version started', detail: 'You are looking at the new draft.' });
        onReplaced(fresh.budgetId);
      }}
    />
  );
}

/** Asks before a draft that nobody has seen is deleted. */
export function RemoveBudget({
  budget,
  onRemoved,
  onClose,
}: {
  budget: BudgetDetail;
  onRemoved: () => void;
  onClose: () => void;
}) {
  const forget = useForgetBudget();
  const { companyId, budgetId, v, title } = budget;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${title}`}
      effect={`The draft and its ${lines(budget.lines.length)} are gone for good. The planner items stay as they are.`}
      verb="Delete draft"
      onConfirm={async () => {
        await client.budgets.remove({ companyId, budgetId, v });
        onRemoved();
        forget(companyId, budgetId);
        toast({ title: `${title} deleted` });
      }}
    />
  );
}
