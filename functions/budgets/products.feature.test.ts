import { beforeAll, describe, expect, it } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { Product } from '../../shared/budgets/product.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;
beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

let made = 0;
async function product(own: object = {}): Promise<Product> {
  made += 1;
  const facts = { name: `Backup seat ${made}`, type: 'subscription', recurrence: 'monthly', unitPriceMinor: 400 };
  return ok(await ask<Product>(owner, 'POST', '/products', { ...facts, unitCostMinor: 250, ...own }));
}

const at = ({ productId }: Product, verb = '') => `/products/${productId}${verb}`;
const list = async (query: string, who: { cookie: string } = owner) =>
  ok(await ask<Page<Product>>(who, 'GET', `/products?${query}`)).items;

describe('the catalogue', () => {
  it('lists what is sold by name and is searched by name, SKU and vendor', async () => {
    const firewall = await product({ name: 'Zebra firewall', sku: 'FG-60F-X', vendor: 'Fortress', type: 'hardware' });
    const other = await product({ name: 'Aardvark switch', sku: 'SW-1' });
    const all = (await list('limit=100')).map(({ productId }) => productId);
    expect(all.indexOf(other.productId)).toBeLessThan(all.indexOf(firewall.productId));
    for (const q of ['zebra', 'fg-60f', 'FORTRESS'])
      expect((await list(`q=${q}`)).map(({ productId }) => productId)).toEqual([firewall.productId]);
  });

  it('keeps a SKU for one product, also when another one is renamed to it', async () => {
    const first = await product({ sku: 'UNIQUE-1' });
    const again = await ask(owner, 'POST', '/products', {
      name: 'Other',
      type: 'other',
      unitPriceMinor: 1,
      sku: 'unique-1',
    });
    expect([again.status, again.body.errors?.[0]?.path]).toEqual([409, 'sku']);
    const second = await product({ sku: 'UNIQUE-2' });
    expect((await ask(owner, 'PATCH', at(second), { v: second.v, sku: 'UNIQUE-1' })).status).toBe(409);
    ok(await ask(owner, 'PATCH', at(first), { v: first.v, sku: 'UNIQUE-3' }));
    ok(await ask(owner, 'PATCH', at(second), { v: second.v, sku: 'UNIQUE-1' }));
  });

  it('takes an archived product off the list and back, and refuses to change it meanwhile', async () => {
    const one = await product({ name: 'Quince' });
    const gone = ok(await ask<Product>(owner, 'POST', at(one, '/archive'), { v: one.v }));
    expect(await list('q=quince')).toEqual([]);
    expect(await list('q=quince&status=archived')).toHaveLength(1);
    const refusals = [
      await ask(owner, 'PATCH', at(one), { v: gone.v, name: 'Pear' }),
      await ask(owner, 'POST', at(one, '/archive'), { v: gone.v }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'product.archived'],
      [422, 'product.archived'],
    ]);
    const back = ok(await ask<Product>(owner, 'POST', at(one, '/restore'), { v: gone.v }));
    expect(back.status).toBe('active');
    expect((await ask(owner, 'POST', at(one, '/restore'), { v: back.v })).body.code).toBe('product.active');
  });

  it('empties the cost when null is sent, and tells the later of two people', async () => {
    const one = await product();
    const free = ok(await ask<Product>(owner, 'PATCH', at(one), { v: one.v, unitCostMinor: null }));
    expect(free.unitCostMinor).toBeUndefined();
    expect((await ask(owner, 'PATCH', at(one), { v: one.v, name: 'Late' })).body).toMatchObject({ status: 409 });
  });
});

describe('a budget line from the catalogue', () => {
  async function budgeted(one: Product): Promise<BudgetDetail> {
    const draft = { title: 'Budget 2031', fiscalYear: 2031 };
    const budget = ok(await ask<BudgetDetail>(owner, 'POST', `/companies/${companyId}/budgets`, draft));
    const { productId, unitPriceMinor, name, type, recurrence } = one;
    const facts = { label: name, type, recurrence, quantity: 10, unitMinor: unitPriceMinor, startDate: '2031-01-01' };
    const line = { ...facts, v: budget.v, product: { productId, unitMinor: unitPriceMinor } };
    return ok(await ask(owner, 'POST', `/companies/${companyId}/budgets/${budget.budgetId}/lines`, line));
  }
  const read = async ({ budgetId }: BudgetDetail) =>
    ok(await ask<BudgetDetail>(owner, 'GET', `/companies/${companyId}/budgets/${budgetId}`));
  const lineAt = (budget: BudgetDetail, verb = '') =>
    `/companies/${companyId}/budgets/${budget.budgetId}/lines/${budget.lines[0]?.budgetLineId}${verb}`;
  const reprice = async (one: Product, unitPriceMinor: number) =>
    ok(await ask<Product>(owner, 'PATCH', at(one), { v: one.v, unitPriceMinor }));

  it('keeps its price when the product`s moves, shows the difference, and takes it over when pulled', async () => {
    const one = await product();
    const budget = await budgeted(one);
    expect((await read(budget)).lines[0]?.stale).toBeUndefined();
    await reprice(one, 500);
    const moved = await read(budget);
    expect(moved.lines[0]).toMatchObject({
      unitMinor: 400,
      stale: { from: 'catalogue', unitMinor: 500, differenceMinor: 12_000 },
    });
    const pulled = ok(await ask<BudgetDetail>(owner, 'POST', lineAt(moved, '/pull'), { v: moved.v }));
    expect(pulled.lines[0]).toMatchObject({ unitMinor: 500, amountMinor: 60_000 });
    expect((await read(budget)).lines[0]?.stale).toBeUndefined();
  });

  it('is left as it is when that was decided, until the price moves once more', async () => {
    const one = await product();
    const budget = await budgeted(one);
    const dearer = await reprice(one, 500);
    ok(await ask(owner, 'POST', lineAt(budget, '/keep'), { v: budget.v }));
    expect((await read(budget)).lines[0]).toMatchObject({ unitMinor: 400 });
    expect((await read(budget)).lines[0]?.stale).toBeUndefined();
    await reprice(dearer, 600);
    expect((await read(budget)).lines[0]?.stale).toMatchObject({ unitMinor: 600 });
  });

  it('loses its product when null is sent; a product that is not ours is refused', async () => {
    const budget = await budgeted(await product());
    const alone = ok(await ask<BudgetDetail>(owner, 'PATCH', lineAt(budget), { v: budget.v, product: null }));
    expect(alone.lines[0]?.product).toBeUndefined();
    const pulled = await ask(owner, 'POST', lineAt(budget, '/pull'), { v: alone.v });
    expect([pulled.status, pulled.body.code]).toEqual([422, 'budget.line-by-hand']);
    const foreign = { product: { productId: '01hzzzzzzzzzzzzzzzzzzzzzzz', unitMinor: 1 } };
    const refused = await ask(owner, 'PATCH', lineAt(budget), { v: alone.v, ...foreign });
    expect([refused.status, refused.body.code]).toEqual([404, 'product.not-found']);
  });
});

describe('who sees and changes the catalogue', () => {
  it('is nobody of another MSP and no client user', async () => {
    const one = await product();
    expect((await ask(stranger, 'GET', at(one))).status).toBe(404);
    expect((await ask(stranger, 'PATCH', at(one), { v: one.v, name: 'Mine' })).status).toBe(404);
    expect(await list('limit=100', stranger)).toEqual([]);
    const client = await newClientUser(owner, companyId, 'admin');
    for (const path of ['/products', at(one)]) expect((await ask(client, 'GET', path)).status).toBe(403);
  });

  it('tells what a product costs the MSP only to those who write budgets', async () => {
    const one = await product({ unitCostMinor: 137 });
    for (const role of ['technician', 'viewer'] as const) {
      const member = await newStaff(owner, role);
      expect(ok(await ask<Product>(member, 'GET', at(one))).unitCostMinor).toBeUndefined();
      expect(JSON.stringify(await list('limit=100', member))).not.toContain('unitCostMinor');
      expect((await ask(member, 'POST', at(one, '/archive'), { v: one.v })).status).toBe(403);
    }
    const finance = await newStaff(owner, 'finance');
    expect(ok(await ask<Product>(finance, 'GET', at(one))).unitCostMinor).toBe(137);
  });
});
