import { type AnyContractProcedure, type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import type { OperationMeta } from '../shared/kernel/op.ts';

/** One operation of a contract, by its name in the contract object. */
export interface Operation {
  name: string;
  method: string;
  /** Relative to `/api`, as the contract says it. */
  path: string;
  access: OperationMeta['access'];
}

function procedures(router: AnyContractRouter, name: string): [string, AnyContractProcedure][] {
  if (isContractProcedure(router)) return [[name, router]];
  return Object.entries(router).flatMap(([key, inner]) =>
    procedures(inner as AnyContractRouter, name ? `${name}.${key}` : key),
  );
}

/** Every operation of a contract. Throws when one has no path, method or access: it could be called by nobody or anybody. */
export function operationsOf(contract: AnyContractRouter): Operation[] {
  return procedures(contract, '').map(([name, procedure]) => {
    const { route, meta } = procedure['~orpc'];
    const access = (meta as Partial<OperationMeta>).access;
    if (!route.path || !route.method || !access) {
      throw new Error(`Operation ${name} lacks method, path or access: declare it with op(access, method, path).`);
    }
    return { name, method: route.method, path: route.path, access };
  });
}

/** Distinct paths of a contract in the words of API Gateway: `/api/companies/{companyId}`, greedy `{rest+}`. */
export function routePathsOf(contract: AnyContractRouter): string[] {
  const paths = operationsOf(contract).map(({ path }) => `/api${path.replaceAll(/\{\+(\w+)\}/g, '{$1+}')}`);
  return [...new Set(paths)].sort();
}

/**
 * Refuses two features on one path: API Gateway sends a path to one function. Names of path parameters do not count,
 * `/a/{x}` and `/a/{y}` are one path to API Gateway.
 */
export function refuseSharedPaths(contracts: Readonly<Record<string, AnyContractRouter | undefined>>): void {
  const owners = new Map<string, { path: string; feature: string }>();
  for (const [feature, contract] of Object.entries(contracts)) {
    for (const path of contract ? routePathsOf(contract) : []) {
      const shape = path.replaceAll(/\{\w+(\+?)\}/g, '{$1}');
      const owner = owners.get(shape);
      if (owner && (owner.feature !== feature || owner.path !== path)) {
        throw new Error(
          `${feature} (${path}) and ${owner.feature} (${owner.path}) share a path: give one of them another.`,
        );
      }
      owners.set(shape, { path, feature });
    }
  }
}
