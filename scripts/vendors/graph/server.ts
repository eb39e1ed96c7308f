import { createFaultPlan } from '../_kit/faults.ts';
import { createRequestLog } from '../_kit/request-log.ts';
import { runAsProgram, serve } from '../_kit/serve.ts';
import { createTokenStore } from '../_kit/tokens.ts';
import { createControl, type GraphControl } from './control/control.ts';
import { demoWorld } from './demo/demo-world.ts';
import { dispatch, type Simulator } from './dispatch.ts';
import { createQuota } from './quota.ts';
import { LIFETIME_SECONDS } from './tokens.ts';
import type { GraphWorld } from './world.ts';

export interface GraphOptions {
  /** Port on 127.0.0.1; a free one when absent. */
  port?: number;
  world: GraphWorld;
  /** Clock of tokens, limits, links and the score history. */
  now: () => Date;
  /** Hears of each request (`GET /v1.0/users`) before it is answered. */
  heard?: (request: string) => Promise<void>;
}

export interface RunningGraph {
  /** What stands for `https://graph.microsoft.com/v1.0`. */
  baseUrl: string;
  /** What stands for `https://login.microsoftonline.com`: tokens come from `<authorityUrl>/<tenant>/oauth2/v2.0/token`. */
  authorityUrl: string;
  control: GraphControl;
  /** Stops at once, hung requests included. */
  close(): Promise<void>;
}

/** Starts the simulated Microsoft Graph and Entra token endpoint. */
export async function startGraph({ world, now, port = 0, heard }: GraphOptions): Promise<RunningGraph> {
  const simulator: Simulator = {
    world,
    now,
    tokens: createTokenStore(LIFETIME_SECONDS),
    credentials: { secretState: 'accepted' },
    quota: createQuota(world.app.clientId),
    faults: createFaultPlan(),
    log: createRequestLog(),
  };
  const control = createControl(simulator);
  const { origin, close } = await serve({
    vendor: 'graph',
    port,
    control,
    answer: async (request, response, body) => {
      await heard?.(`${request.method} ${request.url?.split('?')[0]}`);
      await dispatch(simulator, request, response, body);
    },
  });
  return { baseUrl: `${origin}/v1.0`, authorityUrl: origin, control, close };
}

/** `node scripts/vendors/graph/server.ts --port N`: serves the demo MSP's tenants. */
if (import.meta.main) {
  runAsProgram(async (port) => {
    const world = demoWorld(new Date());
    const graph = await startGraph({ port, world, now: () => new Date() });
    const line = {
      vendor: 'graph',
      baseUrl: graph.baseUrl,
      authorityUrl: graph.authorityUrl,
      clientId: world.app.clientId,
      clientSecret: world.app.secrets[0],
      tenants: graph.control.tenants(),
    };
    return { line, close: () => graph.close() };
  });
}
