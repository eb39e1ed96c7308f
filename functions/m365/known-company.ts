import type { Scope } from '../_kit/scope.ts';
import { get } from '../companies/companies.service.ts';

/**
 * Nothing found may mean that there is nothing yet, or no such company: the latter answers 404, like any foreign id. Asked
 * only when nothing was found, so that pages with content do not pay for it.
 */
export async function orUnknown<T>(scope: Scope, companyId: string, isEmpty: boolean, found: T): Promise<T> {
  if (isEmpty) await get(scope, { companyId });
  return found;
}
