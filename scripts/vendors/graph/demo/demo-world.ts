import { buildWorld } from '../world/build-world.ts';
import type { GraphWorld } from '../world.ts';
import { brightwater } from './brightwater.ts';
import { cedarRidge } from './cedar-ridge.ts';
import { harborFinch } from './harbor-finch.ts';
import { lumenLoop } from './lumen-loop.ts';
import { oakline } from './oakline.ts';
import { summitPeak } from './summit-peak.ts';
import { tallgrass } from './tallgrass.ts';

/** The Microsoft 365 tenants of the demo MSP's seven clients. Names and ids never change; dates are offsets from `now`. */
export function demoWorld(now: Date): GraphWorld {
  return buildWorld(
    'northlight',
    [harborFinch, cedarRidge, tallgrass, brightwater, summitPeak, lumenLoop, oakline],
    now,
  );
}
