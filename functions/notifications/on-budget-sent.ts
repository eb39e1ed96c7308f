import { budgetSent } from '../../events/budgets.ts';
import { on } from '../_kit/on.ts';
import * as Tidings from './tidings.service.ts';

export const handler = on(budgetSent, Tidings.budgetSent);
