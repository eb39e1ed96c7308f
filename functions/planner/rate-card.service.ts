import { changedMeanwhile } from '../../shared/kernel/error.ts';
import { DEFAULT_RATE, type RateCard, type RateChange } from '../../shared/planner/rate-card.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op, put, remove } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { RateCardEntity } from './rate-card.entity.ts';

const ownerOf = (companyId: string | undefined) => (companyId ? `c#${companyId}` : 'msp');

function stored(scope: Scope, companyId?: string) {
  return find(scope, RateCardEntity, RateCardEntity.get({ mspId: scope.mspId, owner: ownerOf(companyId) }), {
    consistent: true,
  });
}

/** The MSP's hourly rate, for every client that has none of its own; else the shipped default. */
export async function mspRate(scope: Scope): Promise<RateCard> {
  const own = await stored(scope);
  return own
    ? { ratePerHour: own.ratePerHour, from: 'msp', v: own.v }
    : { ratePerHour: DEFAULT_RATE, from: 'default', v: 0 };
}

/** The hourly rate in force for a client: its own, else the MSP's, else the shipped default. */
export async function rate(scope: Scope, { companyId }: { companyId: string }): Promise<RateCard> {
  const [own, ofAll] = await Promise.all([stored(scope, companyId), mspRate(scope)]);
  return own ? { ratePerHour: own.ratePerHour, from: 'company', v: own.v } : { ...ofAll, v: 0 };
}

/**
 * Sets the MSP's rate, or a client's own, or gives that up. Items keep the rate they were estimated at until their hours or
 * costs are next changed.
 */
export async function setRate(scope: Scope, { companyId, ratePerHour, v }: RateChange): Promise<RateCard> {
  const before = await stored(scope, companyId);
  if ((before?.v ?? 0) !== v) throw changedMeanwhile('rate', before?.v ?? 0);
  if (ratePerHour === null) {
    const ops: Op[] = before ? [remove(RateCardEntity, before)] : [];
    return commit(scope, ops, [], { ...(await mspRate(scope)), v: 0 });
  }
  const from = companyId ? 'company' : 'msp';
  const after = before
    ? revised(scope, before, { ratePerHour })
    : stamped(scope, { owner: ownerOf(companyId), ratePerHour });
  const taken = () => changedMeanwhile('rate');
  const op = before ? change(RateCardEntity, before, after) : put(RateCardEntity, after, { taken });
  return commit(scope, [op], [], { ratePerHour, from, v: after.v } as const);
}
