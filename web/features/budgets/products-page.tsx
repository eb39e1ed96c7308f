import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Package, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Product, ProductStatus } from '../../../shared/budgets/product.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Pager } from '../../ui/pager.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { useTrail } from '../../ui/use-trail.ts';
import { BudgetPlaces, type PlaceHrefs } from './budget-places.tsx';
import { productColumns } from './product-columns.tsx';
import { PAGE, productsKey, productsQuery } from './queries.ts';

const ProductForm = lazy(() => import('./product-form.tsx'));

export interface ProductsSearch {
  q?: string;
  status?: 'archived';
  cursor?: string;
  new?: true;
}

const STATUSES = [
  { value: 'active', label: 'On the list' },
  { value: 'archived', label: 'Archived' },
] as const;

const rowId = (row: Product) => row.productId;
const rowName = (row: Product) => row.name;

/** The MSP's catalogue: what it sells again and again. */
export function ProductsPage({
  search,
  onSearch,
  hrefs,
}: {
  search: ProductsSearch;
  onSearch: (next: ProductsSearch) => void;
  hrefs: PlaceHrefs;
}) {
  const mayWrite = useMay()('budgets:write');
  const queryClient = useQueryClient();
  const { q, cursor } = search;
  const status: ProductStatus = search.status ?? 'active';
  const [edited, setEdited] = useState<Product>();
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery(productsQuery({ q, status, cursor }));
  const trail = useTrail({
    cursor,
    next: data?.cursor,
    size: PAGE,
    show: (next) => onSearch({ ...search, cursor: next }),
  });
  const columns = useMemo(() => productColumns(mayWrite), [mayWrite]);
  const rows = data?.items ?? [];
  const filter = (next: ProductsSearch) => {
    trail.restart();
    onSearch(next);
  };
  const move = async (product: Product, to: ProductStatus) => {
    const { productId, v, name } = product;
    try {
      const after = await (to === 'archived'
        ? client.budgets.archiveProduct({ productId, v })
        : client.budgets.restoreProduct({ productId, v }));
      toast({
        title: to === 'archived' ? `${name} archived` : `${name} is back on the list`,
        undo: () => void move(after, to === 'archived' ? 'active' : 'archived'),
      });
    } catch (refusal) {
      tell(refusal);
    }
    await queryClient.invalidateQueries({ queryKey: productsKey() });
  };
  const menu = (product: Product): MenuGroup[] => [
    {
      id: 'all',
      items:
        product.status === 'active'
          ? [
              { id: 'edit', label: 'Edit', onSelect: () => setEdited(product) },
              { id: 'archive', label: 'Archive', onSelect: () => void move(product, 'archived') },
            ]
          : [{ id: 'restore', label: 'Restore', onSelect: () => void move(product, 'active') }],
    },
  ];
  const add = mayWrite ? (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => onSearch({ ...search, new: true })}>
      New product
    </Button>
  ) : undefined;
  const instead = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : q || search.status ? (
    <FilterEmpty onClear={() => filter({})} />
  ) : (
    <EmptyState icon={<Package aria-hidden />} title="No product yet" action={add}>
      A product fills a budget line or a cost of a planner item with one choice. Later changes of its price are shown
      there, never taken over silently.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title="Products"
        fact="Prices are estimates, not quotes"
        actions={<BudgetPlaces current="products" hrefs={hrefs} />}
        primary={add}
      />
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          label="Find a product"
          placeholder="Name, vendor or SKU"
          value={q ?? ''}
          onChange={(text) => filter({ ...search, cursor: undefined, q: text || undefined })}
          className="w-72 max-sm:w-full"
        />
        <Segmented
          label="Which"
          options={STATUSES}
          value={status}
          onChange={(next) => filter({ q, status: next === 'archived' ? next : undefined })}
        />
      </div>
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Products"
          frame="card"
          twoLine
          minWidth={mayWrite ? '58rem' : '44rem'}
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowMenu={mayWrite ? menu : undefined}
          state={isPending ? 'loading' : isPlaceholderData ? 'stale' : 'ready'}
          instead={instead}
        />
        {data && (trail.onNewer || trail.onOlder) ? (
          <Pager from={trail.from + 1} to={trail.from + rows.length} onNewer={trail.onNewer} onOlder={trail.onOlder} />
        ) : null}
      </div>
      <Suspense>
        {edited ? <ProductForm product={edited} onClose={() => setEdited(undefined)} /> : null}
        {search.new && mayWrite ? <ProductForm onClose={() => onSearch({ ...search, new: undefined })} /> : null}
      </Suspense>
    </div>
  );
}
