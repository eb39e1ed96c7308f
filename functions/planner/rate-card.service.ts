import { changedMeanwhile } from '../../shared/kernel/error.ts';
import { DEFAULT_RATE, type RateCard, type RateChange } from '../../shared/planner/rate-card.ts';
import { commit } from '../_kit/commit.ts';
import { change, put } from '../_kit/operations.ts';
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

/** The hourly rate in force for a client: its own, else the MSP's, else the shipped default. */
export async function rate(scope: Scope, { companyId }: { companyId: string }): Promise<RateCard> {
  const [own, msp] = await Promise.all([stored(scope, companyId), stored(scope)]);
  const { currency } = DEFAULT_RATE;
  if (own) return { ratePerHour: own.ratePerHour, currency, from: 'company', v: own.v };
  if (msp) return { ratePerHour: msp.ratePerHour, currency, from: 'msp', v: 0 };
  return { ...DEFAULT_RATE, from: 'default', v: 0 };
}

/** Sets the MSP's rate, or a client's own. Items keep the rate they were estimated at until they are next changed. */
export async function setRate(scope: Scope, { companyId, ratePerHour, v }: RateChange): Promise<RateCard> {
  const before = await stored(scope, companyId);
  if ((before?.v ?? 0) !== v) throw changedMeanwhile('rate', before?.v ?? 0);
  const from = companyId ? 'company' : 'msp';
  if (!before) {
    const fresh = stamped(scope, { owner: ownerOf(companyId), ratePerHour });
    return commit(scope, [put(RateCardEntity, fresh)], [], {
      ratePerHour,
      currency: DEFAULT_RATE.currency,
      from,
      v: 1,
    } as const);
  }
  const after = revised(scope, before, { ratePerHour });
  return commit(scope, [change(RateCardEntity, before, after)], [], {
    ratePerHour,
    currency: DEFAULT_RATE.currency,
    from,
    v: after.v,
  } as const);
}
