import { lazy, Suspense } from 'react';
import type { BudgetDetail, BudgetLine } from '../../../shared/budgets/budget.ts';

const LineForm = lazy(() => import('./line-form.tsx'));
const AddItems = lazy(() => import('./add-items.tsx'));
const DetailsForm = lazy(() => import('./details-form.tsx'));
const SendDialog = lazy(() => import('./send-dialog.tsx'));
const KeepTemplate = lazy(() => import('./keep-template.tsx'));
const Replace = lazy(() => import('./whole-budget.tsx').then((module) => ({ default: module.ReplaceBudget })));
const Remove = lazy(() => import('./whole-budget.tsx').then((module) => ({ default: module.RemoveBudget })));

/** What is open over the editor. */
export type Opened =
  | { what: 'line'; line?: BudgetLine; from?: BudgetLine }
  | { what: 'items' | 'details' | 'replace' | 'remove' | 'template' }
  | { what: 'send'; lines: BudgetLine[] };

/** Addresses of other pages, made by the route. */
export interface BudgetHrefs {
  list: string;
  forecast: string;
  people: string;
  budget: (budgetId: string) => string;
  item: (plannerItemId: string) => string;
}

/** The dialogs of the editor; each loads when it is first opened. */
export function BudgetDialogs({
  opened,
  budget,
  approvers,
  hrefs,
  onGo,
  onClose,
}: {
  opened: Opened | undefined;
  budget: BudgetDetail;
  approvers: readonly string[] | undefined;
  hrefs: BudgetHrefs;
  onGo: (href: string) => void;
  onClose: () => void;
}) {
  return (
    <Suspense>
      {opened?.what === 'line' ? (
        <LineForm budget={budget} line={opened.line} from={opened.from ?? opened.line} onClose={onClose} />
      ) : null}
      {opened?.what === 'items' ? <AddItems budget={budget} onClose={onClose} /> : null}
      {opened?.what === 'details' ? <DetailsForm budget={budget} onClose={onClose} /> : null}
      {opened?.what === 'template' ? <KeepTemplate budget={budget} onClose={onClose} /> : null}
      {opened?.what === 'send' ? (
        <SendDialog
          budget={budget}
          lines={opened.lines}
          approvers={approvers}
          peopleHref={hrefs.people}
          onSent={onClose}
          onClose={onClose}
        />
      ) : null}
      {opened?.what === 'replace' ? (
        <Replace budget={budget} onClose={onClose} onReplaced={(id) => onGo(hrefs.budget(id))} />
      ) : null}
      {opened?.what === 'remove' ? (
        <Remove budget={budget} onClose={onClose} onRemoved={() => onGo(hrefs.list)} />
      ) : null}
    </Suspense>
  );
}
