import { Send } from 'lucide-react';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { MoreActions } from '../../ui/more-actions.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { lines, standingOf } from './text.ts';

/** Title, standing, and what can be done with the budget as a whole. The primary button names its effect. */
export function BudgetHead({
  budget,
  listHref,
  menu,
  onSend,
}: {
  budget: BudgetDetail;
  listHref: string;
  menu: readonly MenuGroup[];
  /** Undefined when there is nothing to send, or the person may not. */
  onSend?: () => void;
}) {
  const { word, tone } = standingOf(budget);
  const drafts = budget.lines.filter(({ status }) => status === 'draft').length;
  return (
    <PageHead
      crumbs={[{ label: 'Budgets', href: listHref }]}
      title={budget.title}
      badge={<Badge tone={tone}>{word}</Badge>}
      fact={
        <>
          {yearWords(budget.fiscalYear, budget.fiscalYearStart)}
          {budget.sentVersion > 0 ? `, version ${budget.sentVersion}` : ', never sent'}
          {budget.dueDate ? (
            <>
              , due <DateText iso={budget.dueDate} year={false} />
            </>
          ) : null}
        </>
      }
      actions={<MoreActions groups={menu} />}
      primary={
        onSend ? (
          <Button variant="primary" icon={<Send aria-hidden />} onClick={onSend}>
            Send {lines(drafts)} for approval
          </Button>
        ) : undefined
      }
    />
  );
}
