import { hrefOf } from './navigation.tsx';

/** Addresses of the pages around budgets, for a client or over all. */
export const budgetHrefs = (companyId: string | undefined) => ({
  budgets: hrefOf('budgets', companyId),
  forecast: hrefOf('forecast', companyId),
  products: '/products',
  templates: '/products?tab=templates',
});
