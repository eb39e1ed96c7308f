import { budgetsApi } from '../../shared/budgets/budgets.api.ts';
import { api } from '../_kit/api.ts';
import * as Approval from './approval.service.ts';
import * as Budgets from './budgets.service.ts';
import * as Forecasts from './forecast.service.ts';
import * as Lines from './lines.service.ts';

export const handler = api(budgetsApi, {
  list: Budgets.list,
  create: Budgets.create,
  get: Budgets.get,
  edit: Budgets.edit,
  addItems: Budgets.addItems,
  addLine: Lines.addLine,
  editLine: Lines.editLine,
  removeLine: Lines.removeLine,
  pullLine: Lines.pullLine,
  keepLine: Lines.keepLine,
  send: Approval.send,
  replace: Budgets.replace,
  remove: Budgets.remove,
  forecast: Forecasts.forecast,
  setForecastRules: Forecasts.setForecastRules,
});
