import { guidOf, opaqueOf } from '../../_kit/random.ts';
import type { GraphWorld } from '../world.ts';
import { buildTenant } from './build-tenant.ts';
import { instant } from './dates.ts';
import type { TenantSpec } from './tenant-spec.ts';

/** Makes a world of tenant specs. Ids, names and secrets follow from the seed; dates are offsets from `now`. */
export function buildWorld(seed: string, specs: TenantSpec[], now: Date): GraphWorld {
  return {
    seed,
    builtAt: instant(now),
    app: { clientId: guidOf(seed, 'app'), secrets: [opaqueOf(seed, 'app', 'secret')] },
    tenants: specs.map((spec) => buildTenant(seed, spec, now)),
  };
}
