import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { ProductsPage, type ProductsSearch } from '../../../features/budgets/products-page.tsx';
import { productsQuery, templatesQuery } from '../../../features/budgets/queries.ts';
import { TemplatesPage } from '../../../features/budgets/templates-page.tsx';
import { flagParam, textParam, wordParam } from '../../../lib/search.ts';
import { budgetHrefs } from '../../budget-hrefs.ts';

export const Route = createFileRoute('/_app/products')({
  validateSearch: (raw: Record<string, unknown>): ProductsSearch & { tab?: 'templates' } => ({
    tab: wordParam(raw, 'tab', ['templates']),
    q: textParam(raw, 'q'),
    status: wordParam(raw, 'status', ['archived']),
    cursor: textParam(raw, 'cursor'),
    new: flagParam(raw, 'new'),
  }),
  loaderDeps: ({ search: { tab, q, status, cursor } }) => ({ tab, q, status: status ?? 'active', cursor }) as const,
  loader: ({ context: { queryClient }, deps: { tab, ...filter } }) => {
    void (tab ? queryClient.prefetchQuery(templatesQuery()) : queryClient.prefetchQuery(productsQuery(filter)));
  },
  component: Products,
});

function Products() {
  const { tab, ...search } = Route.useSearch();
  const navigate = useNavigate();
  const hrefs = budgetHrefs(undefined);
  if (tab) return <TemplatesPage hrefs={hrefs} />;
  return (
    <ProductsPage
      search={search}
      onSearch={(next) => void navigate({ to: '/products', search: next, replace: true })}
      hrefs={hrefs}
    />
  );
}
