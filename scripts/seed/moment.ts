import { runAs } from '../../functions/_kit/env.ts';
import type { Scope } from '../../functions/_kit/scope.ts';
import { systemScope } from '../../functions/_kit/scope.ts';
import type { Cloud } from '../local/cloud.ts';
import type { Member } from './staff.ts';

/** Something that somebody did at an instant: a verb of the feature's own service, by its name. */
export type Then = <T>(at: Date, verb: string, work: (scope: Scope) => Promise<T>) => Promise<T>;

/**
 * What a person did at moments of the past: the feature's own service, under the role of its API function, with a clock that
 * stands there. What follows from it (facts, mails) happens when the cloud's functions live then: see `FunctionTime`.
 *
 * @param feature whose API function lends its role, such as `meetings`
 */
export function back(cloud: Cloud, { actor }: Member, feature: string): Then {
  const variables = cloud.environmentOf(`${feature}-api`);
  return async (at, verb, work) => {
    const scope = systemScope(actor.mspId, `${feature}.${verb}`, { actor, now: () => at });
    return runAs(variables, () => work(scope));
  };
}
