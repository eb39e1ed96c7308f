import { demoWorld } from './graph/demo/demo-world.ts';
import { type RunningGraph, startGraph } from './graph/server.ts';
import type { GraphWorld } from './graph/world.ts';

/** Fixed, because the demo's integrations remember it over restarts. */
const GRAPH_PORT = 4601;

export interface Vendors {
  graph: RunningGraph;
  world: GraphWorld;
  close(): Promise<void>;
}

/** The simulated vendors of the demo MSP, each with the world that the demo's story tells. */
export async function startVendors(now: Date): Promise<Vendors> {
  const world = demoWorld(now);
  const graph = await startGraph({ port: GRAPH_PORT, world, now: () => new Date() });
  return { graph, world, close: () => graph.close() };
}
