import { budgetAnswered } from '../../events/budgets.ts';
import { on } from '../_kit/on.ts';
import { followAnswers } from './decisions.service.ts';

export const handler = on(budgetAnswered, (scope, { companyId, budgetId, items }, { at }) =>
  followAnswers(scope, { companyId, budgetId, items, at }),
);
