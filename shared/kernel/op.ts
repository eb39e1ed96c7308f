import { type HTTPMethod, oc } from '@orpc/contract';
import type { Access } from './permissions.ts';

/** What an operation's contract line says beside its schemas. */
export interface OperationMeta {
  /** Who may call it: a permission, or `public`, `half-signed-in` (password given, second factor due), `signed-in`. */
  access: Access;
}

/**
 * One operation of a feature's HTTP surface. The path is relative to `/api` and written once: handler, client, route
 * in the template and OpenAPI document all come from this object.
 *
 * @example create: op('goals:write', 'POST', '/companies/{companyId}/goals').input(NewGoal).output(Goal)
 */
export function op(access: Access, method: HTTPMethod, path: `/${string}`) {
  return oc.$meta<OperationMeta>({ access }).route({ method, path });
}
