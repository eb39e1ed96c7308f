import { z } from 'zod';
import { ProductId } from '../kernel/id.ts';
import { Price } from '../kernel/money.ts';

/** What was copied from the catalogue: the product, and its price then. */
export const FromProduct = z.strictObject({ productId: ProductId, unitMinor: Price });
export type FromProduct = z.infer<typeof FromProduct>;
