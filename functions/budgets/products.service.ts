import type { NewProduct, Product, ProductChange, ProductFilter } from '../../shared/budgets/product.ts';
import { permit } from '../../shared/kernel/actor.ts';
import { notFound, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { nameKey } from '../../shared/kernel/text.ts';
import { commit } from '../_kit/commit.ts';
import { hold, release } from '../_kit/guard.ts';
import { newId } from '../_kit/new-id.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, findMany, mustFind, page } from '../_kit/store.ts';
import { ProductEntity, type ProductRow } from './product.entity.ts';

type Versioned = { productId: string; v: number };

const SKU = 'product-sku';
const TAKEN = 'Another product has this SKU already. Open that one, or enter another SKU.';

/** A product as this actor may see it: what it costs the MSP is for those who write budgets. */
function shown(scope: Scope, { nameKey: _, unitCostMinor, ...product }: ProductRow): Product {
  const seesCost = permit(scope.actor, 'budgets:write') === 'allowed';
  return seesCost && unitCostMinor !== undefined ? { ...product, unitCostMinor } : product;
}

/** The catalogue by name. */
export async function products(scope: Scope, { q, status, limit, cursor }: ProductFilter): Promise<Page<Product>> {
  const wanted = q ? nameKey(q) : '';
  const keep = ({ name, sku, vendor }: ProductRow) => nameKey(`${name} ${vendor} ${sku}`).includes(wanted);
  const query = ProductEntity.query.inCatalogue({ mspId: scope.mspId, status });
  const found = await page(scope, ProductEntity, query, { limit, cursor, keep, filter: { q, status } });
  return { ...found, items: found.items.map((row) => shown(scope, row)) };
}

/** One product, archived or not. */
export async function product(scope: Scope, { productId }: { productId: string }): Promise<Product> {
  const row = await find(scope, ProductEntity, ProductEntity.get({ mspId: scope.mspId, productId }));
  if (!row) throw notFound('product');
  return shown(scope, row);
}

/** Products by id, for lines that were copied from them; those that do not exist are absent. */
export async function productsById(scope: Scope, ids: readonly string[]): Promise<Map<string, ProductRow>> {
  const { mspId } = scope;
  const gets = [...new Set(ids)].map((productId) => ProductEntity.get({ mspId, productId }));
  const rows = await findMany(scope, ProductEntity, gets);
  return new Map(rows.map((row) => [row.productId, row]));
}

const skuGuard = (scope: Scope, { sku, productId }: ProductRow): Op[] =>
  sku ? [hold(scope, SKU, nameKey(sku), productId, 'sku', TAKEN)] : [];

/** Takes a product into the catalogue. 409 when its SKU is another one's. */
export async function createProduct(scope: Scope, input: NewProduct): Promise<Product> {
  const row = stamped(scope, {
    ...input,
    productId: newId(scope.now()),
    nameKey: nameKey(input.name),
    status: 'active' as const,
  });
  return commit(scope, [put(ProductEntity, row), ...skuGuard(scope, row)], [], shown(scope, row));
}

async function current(scope: Scope, { productId, v }: Versioned): Promise<ProductRow> {
  const { mspId } = scope;
  return basedOn(
    await mustFind(scope, ProductEntity, ProductEntity.get({ mspId, productId }), 'product'),
    v,
    'product',
  );
}

function skuMoved(scope: Scope, before: ProductRow, after: ProductRow): Op[] {
  if (nameKey(before.sku) === nameKey(after.sku)) return [];
  return [...(before.sku ? [release(scope, SKU, nameKey(before.sku))] : []), ...skuGuard(scope, after)];
}

/** Changes the named fields. What was copied before keeps its price and shows the difference. */
export async function editProduct(
  scope: Scope,
  { productId, v, unitCostMinor, ...set }: ProductChange,
): Promise<Product> {
  const before = await current(scope, { productId, v });
  if (before.status === 'archived')
    throw refused('product.archived', 'This product is archived. Restore it before you change it.');
  const after = revised(scope, before, {
    ...set,
    ...(set.name ? { nameKey: nameKey(set.name) } : {}),
    ...(unitCostMinor === undefined ? {} : { unitCostMinor: unitCostMinor ?? undefined }),
  });
  const ops = [change(ProductEntity, before, after, { what: 'product' }), ...skuMoved(scope, before, after)];
  return commit(scope, ops, [], shown(scope, after));
}

/** Takes a product off the list. Nothing that was copied from it changes, and its SKU stays taken. */
export async function archiveProduct(scope: Scope, input: Versioned): Promise<Product> {
  const before = await current(scope, input);
  if (before.status === 'archived') throw refused('product.archived', 'This product is archived already.');
  const after = revised(scope, before, { status: 'archived' });
  return commit(scope, [change(ProductEntity, before, after, { what: 'product' })], [], shown(scope, after));
}

/** Puts an archived product back on the list. */
export async function restoreProduct(scope: Scope, input: Versioned): Promise<Product> {
  const before = await current(scope, input);
  if (before.status === 'active') throw refused('product.active', 'This product is not archived.');
  const after = revised(scope, before, { status: 'active' });
  return commit(scope, [change(ProductEntity, before, after, { what: 'product' })], [], shown(scope, after));
}
