import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { ProductId } from '../kernel/id.ts';
import { Currency, Price } from '../kernel/money.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { Recurrence } from '../planner/planner-item.ts';
import { LineType } from './budget.ts';

export const ProductStatus = z.enum(['active', 'archived']);
export type ProductStatus = z.infer<typeof ProductStatus>;

const ProductFacts = {
  name: line('the name of the product', 120),
  /** The MSP's own number of it; no two products share one. */
  sku: prose('the SKU', 60).default(''),
  vendor: prose('the vendor', 80).default(''),
  type: LineType,
  category: prose('the category', 60).default(''),
  /** What a client is told that one costs. */
  unitPriceMinor: Price,
  /** What one costs the MSP. Only for staff who write budgets; never to the client. */
  unitCostMinor: Price.optional(),
  recurrence: Recurrence.default('one-time'),
  currency: Currency.default('USD'),
};

/** Something that the MSP sells again and again. Budgets and planner items copy its price and stay as they are when it moves. */
export const Product = z.object({
  ...RecordFields,
  ...ProductFacts,
  productId: ProductId,
  status: ProductStatus,
});
export type Product = z.infer<typeof Product>;
export const ProductPage = pageOf(Product);

export const NewProduct = z.strictObject(ProductFacts);
export type NewProduct = z.infer<typeof NewProduct>;

export const OneProduct = z.strictObject({ productId: ProductId });
export const VersionedProduct = OneProduct.extend({ v: Version });
export const ProductChange = changeOf(ProductFacts).extend({
  ...VersionedProduct.shape,
  // null empties a field; what is not named stays.
  unitCostMinor: Price.nullable().optional(),
});
export type ProductChange = z.infer<typeof ProductChange>;

export const ProductFilter = z.strictObject({
  ...PageInput,
  /** Part of name, SKU or vendor, any case. */
  q: z.string().trim().max(80).optional(),
  status: ProductStatus.default('active'),
});
export type ProductFilter = z.infer<typeof ProductFilter>;
