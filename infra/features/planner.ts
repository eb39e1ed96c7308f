import { budgetAnswered } from '../../events/budgets.ts';
import { plannerItemArchived, plannerItemChanged, plannerItemCreated } from '../../events/planner.ts';
import { plannerApi } from '../../shared/planner/planner.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const planner: FeatureSpec = {
  api: plannerApi,
  data: 'read-write',
  on: {
    'planner-item-created': { fact: plannerItemCreated },
    'planner-item-changed': { fact: plannerItemChanged },
    'budget-answered': { fact: budgetAnswered },
    'planner-item-archived': { fact: plannerItemArchived },
  },
};
