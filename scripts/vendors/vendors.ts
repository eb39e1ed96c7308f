import { demoWorld } from './graph/demo/demo-world.ts';
import { type RunningGraph, startGraph } from './graph/server.ts';

/** Fixed, because the demo's integrations remember it over restarts. */
const GRAPH_PORT = 4601;

export interface Vendors {
  graph: RunningGraph;
  close(): Promise<void>;
}

/** The simulated vendors of the demo MSP, each with the world that the demo's story tells. */
export async function startVendors(now: Date): Promise<Vendors> {
  const graph = await startGraph({ port: GRAPH_PORT, world: demoWorld(now), now: () => new Date() });
  return { graph, close: () => graph.close() };
}
