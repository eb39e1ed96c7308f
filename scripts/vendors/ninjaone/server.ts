import { createFaultPlan } from '../_kit/faults.ts';
import { createRequestLog } from '../_kit/request-log.ts';
import { runAsProgram, serve } from '../_kit/serve.ts';
import { createTokenStore } from '../_kit/tokens.ts';
import { createControl, type NinjaControl } from './control/control.ts';
import { demoWorld } from './demo/demo-world.ts';
import { dispatch, type Simulator } from './dispatch.ts';
import { LIFETIME_SECONDS } from './oauth.ts';
import { createRateLimit } from './rate-limit.ts';
import { createReportCursors } from './report-cursors.ts';
import type { NinjaWorld } from './world.ts';

export interface NinjaOptions {
  /** Port on 127.0.0.1; a free one when absent. */
  port?: number;
  world: NinjaWorld;
  /** Clock of tokens, limits and cursors. */
  now: () => Date;
}

export interface RunningNinja {
  /** What stands for `https://app.ninjarmm.com`: the API is below `/v2`, tokens come from `/ws/oauth/token`. */
  baseUrl: string;
  control: NinjaControl;
  /** Stops at once, hung requests included. */
  close(): Promise<void>;
}

/** Starts the simulated NinjaOne. */
export async function startNinjaOne({ world, now, port = 0 }: NinjaOptions): Promise<RunningNinja> {
  const simulator: Simulator = {
    world,
    now,
    tokens: createTokenStore(LIFETIME_SECONDS),
    credentials: { accepted: true },
    cursors: createReportCursors(),
    limit: createRateLimit(),
    throttlePages: { left: 0 },
    faults: createFaultPlan(),
    log: createRequestLog(),
  };
  const control = createControl(simulator);
  const { origin, close } = await serve({
    vendor: 'ninjaone',
    port,
    control,
    answer: (request, response, body) => dispatch(simulator, request, response, body),
  });
  return { baseUrl: origin, control, close };
}

/** `node scripts/vendors/ninjaone/server.ts --port N`: serves the demo MSP's fleets. */
if (import.meta.main) {
  runAsProgram(async (port) => {
    const world = demoWorld(new Date());
    const ninja = await startNinjaOne({ port, world, now: () => new Date() });
    const line = {
      vendor: 'ninjaone',
      baseUrl: ninja.baseUrl,
      clientId: world.app.clientId,
      clientSecret: world.app.secrets[0],
      organisations: ninja.control.organisations(),
    };
    return { line, close: () => ninja.close() };
  });
}
