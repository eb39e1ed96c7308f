import { guidOf, opaqueOf } from '../../_kit/random.ts';
import type { NinjaWorld } from '../world.ts';
import { addFleet } from './build-fleet.ts';
import { daysBefore } from './dates.ts';
import type { FleetSpec } from './fleet-spec.ts';

const FIRST_DEVICE_ID = 1_001;

/** Makes a world of fleet specs. Ids, serials and secrets follow from the seed; dates are offsets from `now`. */
export function buildWorld(seed: string, specs: readonly FleetSpec[], now: Date): NinjaWorld {
  const world: NinjaWorld = {
    seed,
    builtAt: daysBefore(now, 0),
    app: {
      clientId: guidOf(seed, 'ninjaone', 'app').replaceAll('-', '').slice(0, 27),
      secrets: [opaqueOf(seed, 'ninjaone', 'secret')],
      scopes: ['monitoring'],
    },
    organisations: [],
    devices: [],
    nextDeviceId: FIRST_DEVICE_ID,
  };
  for (const spec of specs) addFleet(world, spec, now);
  return world;
}
