import { budgetsApi } from '../../shared/budgets/budgets.api.ts';
import { api } from '../_kit/api.ts';
import * as Approval from './approval.service.ts';
import * as Budgets from './budgets.service.ts';
import * as Forecasts from './forecast.service.ts';
import * as Lines from './lines.service.ts';
import * as Products from './products.service.ts';
import * as Removing from './removing.service.ts';
import * as Templates from './templates.service.ts';

export const handler = api(budgetsApi, {
  list: Budgets.list,
  create: Budgets.create,
  get: Budgets.get,
  links: Budgets.links,
  history: Budgets.history,
  edit: Budgets.edit,
  addItems: Budgets.addItems,
  addLine: Lines.addLine,
  editLine: Lines.editLine,
  removeLine: Lines.removeLine,
  pullLine: Lines.pullLine,
  keepLine: Lines.keepLine,
  send: Approval.send,
  replace: Budgets.replace,
  remove: Removing.remove,
  forecast: Forecasts.forecast,
  setForecastRules: Forecasts.setForecastRules,
  products: Products.products,
  product: Products.product,
  createProduct: Products.createProduct,
  editProduct: Products.editProduct,
  archiveProduct: Products.archiveProduct,
  restoreProduct: Products.restoreProduct,
  templates: Templates.templates,
  saveTemplate: Templates.saveTemplate,
  removeTemplate: Templates.removeTemplate,
});
