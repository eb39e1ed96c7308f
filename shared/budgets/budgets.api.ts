import { Links } from '../kernel/link.ts';
import { op } from '../kernel/op.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Gone } from '../kernel/record.ts';
import { Activity } from '../platform/activity.ts';
import {
  BudgetChange,
  BudgetDetail,
  BudgetFilter,
  BudgetPage,
  ItemsToAdd,
  LineChange,
  NewBudget,
  NewLine,
  OneBudget,
  OneLine,
  Sending,
  VersionedBudget,
} from './budget.ts';
import { BudgetTemplate, BudgetTemplates, NewTemplate, VersionedTemplate } from './budget-template.ts';
import { Forecast, ForecastInput } from './forecast.ts';
import { ForecastRules, ForecastRulesChange } from './forecast-rules.ts';
import {
  NewProduct,
  OneProduct,
  Product,
  ProductChange,
  ProductFilter,
  ProductPage,
  VersionedProduct,
} from './product.ts';

const budgets = '/companies/{companyId}/budgets' as const;
const budget = `${budgets}/{budgetId}` as const;
const forecast = '/companies/{companyId}/forecast' as const;
const product = '/products/{productId}' as const;
const line = `${budget}/lines/{budgetLineId}` as const;

/** Plans in money: built from planner items, sent to the client, answered line by line. */
export const budgetsApi = {
  list: op('budgets:read', 'GET', budgets).input(BudgetFilter).output(BudgetPage),
  create: op('budgets:write', 'POST', budgets).input(NewBudget).output(BudgetDetail),
  get: op('budgets:read', 'GET', budget).input(OneBudget).output(BudgetDetail),
  links: op('budgets:read', 'GET', `${budget}/links`).input(OneBudget).output(Links),
  history: op('budgets:read', 'GET', `${budget}/history`).input(OneBudget.extend(PageInput)).output(pageOf(Activity)),
  edit: op('budgets:write', 'PATCH', budget).input(BudgetChange).output(BudgetDetail),
  addItems: op('budgets:write', 'POST', `${budget}/items`).input(ItemsToAdd).output(BudgetDetail),
  addLine: op('budgets:write', 'POST', `${budget}/lines`).input(NewLine).output(BudgetDetail),
  editLine: op('budgets:write', 'PATCH', line).input(LineChange).output(BudgetDetail),
  removeLine: op('budgets:write', 'DELETE', line).input(OneLine).output(BudgetDetail),
  /** Takes over what the planner says now; a line that the client has seen becomes a draft again. */
  pullLine: op('budgets:write', 'POST', `${line}/pull`).input(OneLine).output(BudgetDetail),
  /** Leaves a line as it is although the planner moved on. */
  keepLine: op('budgets:write', 'POST', `${line}/keep`).input(OneLine).output(BudgetDetail),
  send: op('budgets:send', 'POST', `${budget}/send`).input(Sending).output(BudgetDetail),
  /** A new draft with the same lines; this one becomes obsolete. */
  replace: op('budgets:write', 'POST', `${budget}/replace`).input(VersionedBudget).output(BudgetDetail),
  /** Cost by category over the coming fiscal years, calculated from the planner, budgets, licences, devices and rules as they stand. */
  forecast: op('budgets:read', 'GET', forecast).input(ForecastInput).output(Forecast),
  setForecastRules: op('budgets:write', 'PUT', `${forecast}/rules`).input(ForecastRulesChange).output(ForecastRules),
  remove: op('budgets:write', 'DELETE', budget).input(VersionedBudget).output(Gone),
  /** The MSP's catalogue. What a product costs the MSP is told only to those who write budgets. */
  products: op('planner:read', 'GET', '/products').input(ProductFilter).output(ProductPage),
  product: op('planner:read', 'GET', product).input(OneProduct).output(Product),
  createProduct: op('budgets:write', 'POST', '/products').input(NewProduct).output(Product),
  editProduct: op('budgets:write', 'PATCH', product).input(ProductChange).output(Product),
  archiveProduct: op('budgets:write', 'POST', `${product}/archive`).input(VersionedProduct).output(Product),
  restoreProduct: op('budgets:write', 'POST', `${product}/restore`).input(VersionedProduct).output(Product),
  /** What a budget can start from: the shipped templates and the MSP's own. */
  templates: op('budgets:read', 'GET', '/budget-templates').output(BudgetTemplates),
  saveTemplate: op('budgets:write', 'POST', `${budget}/template`).input(NewTemplate).output(BudgetTemplate),
  removeTemplate: op('budgets:write', 'DELETE', '/budget-templates/{templateId}').input(VersionedTemplate).output(Gone),
};
