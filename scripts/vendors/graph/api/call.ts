import type { IncomingHttpHeaders } from 'node:http';
import { insufficientPrivileges, unsupportedQuery } from '../graph-error.ts';
import type { GraphWorld, Tenant } from '../world.ts';

/** A Graph request after authentication: whose data, with which permissions, at what time. */
export interface GraphCall {
  world: GraphWorld;
  tenant: Tenant;
  permissions: readonly string[];
  now: Date;
  /** `http://host:port`, as the caller addressed the simulator; links in answers start with it. */
  origin: string;
  /** `v1.0` or `beta`. */
  version: string;
  /** Path behind the version, for instance `/users/delta`. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/** Throws 403 unless one of the permissions was granted when the token was issued. */
export function requirePermission(call: GraphCall, anyOf: readonly string[]): void {
  if (!anyOf.some((permission) => call.permissions.includes(permission))) throw insufficientPrivileges();
}

/** Throws 400 for an OData option that the endpoint does not support. `$skiptoken` always is. */
export function allowOptions(call: GraphCall, supported: readonly string[]): void {
  for (const name of call.query.keys()) {
    if (name.startsWith('$') && name !== '$skiptoken' && !supported.includes(name)) {
      throw unsupportedQuery(`The query option '${name}' is not supported on this resource.`);
    }
  }
}

/** Whether the caller asked for an advanced directory query (header `ConsistencyLevel: eventual`). */
export function isEventual(call: GraphCall): boolean {
  return String(call.headers.consistencylevel ?? '').toLowerCase() === 'eventual';
}

/** Names of `$select`; undefined when it is absent. */
export function selected(call: GraphCall): string[] | undefined {
  const text = call.query.get('$select');
  return text === null ? undefined : text.split(',').map((name) => name.trim());
}
