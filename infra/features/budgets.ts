import { budgetAnswered, budgetChanged, budgetSent } from '../../events/budgets.ts';
import { budgetsApi } from '../../shared/budgets/budgets.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const budgets: FeatureSpec = {
  api: budgetsApi,
  data: 'read-write',
  on: {
    'budget-changed': { fact: budgetChanged },
    'budget-sent': { fact: budgetSent },
    'budget-answered': { fact: budgetAnswered },
  },
};
