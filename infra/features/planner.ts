import { budgetAnswered } from '../../events/budgets.ts';
import { goalCreated } from '../../events/goals.ts';
import { goalWorkMoved, plannerItemArchived, plannerItemChanged, plannerItemCreated } from '../../events/planner.ts';
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
    'goal-created': { fact: goalCreated },
    'goal-work-moved': { fact: goalWorkMoved },
  },
};
