import { demoWorld } from './graph/demo/demo-world.ts';
import { type RunningGraph, startGraph } from './graph/server.ts';
import type { GraphWorld } from './graph/world.ts';
import { demoWorld as demoFleets } from './ninjaone/demo/demo-world.ts';
import { type RunningNinja, startNinjaOne } from './ninjaone/server.ts';
import type { NinjaWorld } from './ninjaone/world.ts';

/** Of `npm start`: fixed, because the demo's integrations remember it over restarts. The next vendor has the next port. */
const FIRST_PORT = 4601;

export interface Vendors {
  graph: RunningGraph;
  world: GraphWorld;
  ninjaOne: RunningNinja;
  fleets: NinjaWorld;
  close(): Promise<void>;
}

/** The simulated vendors of the demo MSP, each with the world that the demo's story tells. Port 0 takes free ones. */
export async function startVendors(now: Date, port = FIRST_PORT): Promise<Vendors> {
  const world = demoWorld(now);
  const fleets = demoFleets(now);
  const clock = () => new Date();
  const graph = await startGraph({ port, world, now: clock });
  try {
    const ninjaOne = await startNinjaOne({ port: port === 0 ? 0 : port + 1, world: fleets, now: clock });
    const close = async () => void (await Promise.all([graph.close(), ninjaOne.close()]));
    return { graph, world, ninjaOne, fleets, close };
  } catch (error) {
    await graph.close();
    throw error;
  }
}
