import { runAs } from '../../functions/_kit/env.ts';
import type { Scope } from '../../functions/_kit/scope.ts';
import { systemScope } from '../../functions/_kit/scope.ts';
import type { Company } from '../../shared/companies/company.ts';
import type { Cloud } from '../local/cloud.ts';
import type { Member } from './staff.ts';

/**
 * Something that a manager of the MSP did at a moment of the past: the feature's own service, under the role of its API
 * function, with a clock that stands there. What follows from it (facts, mails) goes its usual way today.
 *
 * @param feature whose API function lends its role, such as `meetings`
 */
export function back(
  cloud: Cloud,
  { userId }: Member,
  { mspId }: Pick<Company, 'mspId'>,
  feature: string,
): <T>(at: Date, verb: string, work: (scope: Scope) => Promise<T>) => Promise<T> {
  const variables = cloud.environmentOf(`${feature}-api`);
  return async (at, verb, work) => {
    const actor = { kind: 'staff', mspId, userId, role: 'manager', companies: 'all' } as const;
    const scope = systemScope(mspId, `${feature}.${verb}`, { actor, now: () => at });
    return runAs(variables, () => work(scope));
  };
}
