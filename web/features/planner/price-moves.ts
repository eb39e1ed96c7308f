import { useQueries } from '@tanstack/react-query';
import type { CostLine } from '../../../shared/planner/planner-item.ts';
import { productQuery } from './queries.ts';

/** What the catalogue asks now, in minor units, for each cost that was copied from it and has another price there since. */
export function usePriceMoves(
  costs: readonly Pick<CostLine, 'product'>[],
  currency: string,
): ReadonlyMap<string, number> {
  const copied = [...new Map(costs.flatMap(({ product }) => (product ? [[product.productId, product]] : []))).values()];
  const answers = useQueries({ queries: copied.map(({ productId }) => productQuery(productId)) });
  return new Map(
    answers.flatMap(({ data }, at) => {
      const isSilent = !data || data.status === 'archived' || data.currency !== currency;
      return isSilent || data.unitPriceMinor === copied[at]?.unitMinor ? [] : [[data.productId, data.unitPriceMinor]];
    }),
  );
}
