import { buildWorld } from '../world/build-world.ts';
import type { NinjaWorld } from '../world.ts';
import { brightwater } from './brightwater.ts';
import { cedarRidge } from './cedar-ridge.ts';
import { ownFleet } from './own-fleet.ts';

/** NinjaOne of the demo MSP: two of its clients and its own office, which is nobody's client. */
export function demoWorld(now: Date): NinjaWorld {
  return buildWorld('northlight', [cedarRidge(now), brightwater(now), ownFleet], now);
}
