import { demoWorld } from './graph/demo/demo-world.ts';
import { type RunningGraph, startGraph } from './graph/server.ts';
import type { GraphWorld } from './graph/world.ts';

/** Of `npm start`: fixed, because the demo's integrations remember it over restarts. */
const GRAPH_PORT = 4601;

export interface Vendors {
  graph: RunningGraph;
  world: GraphWorld;
  close(): Promise<void>;
}

/** The simulated vendors of the demo MSP, each with the world that the demo's story tells. Port 0 takes a free one. */
export async function startVendors(now: Date, port = GRAPH_PORT): Promise<Vendors> {
  const world = demoWorld(now);
  const graph = await startGraph({ port, world, now: () => new Date() });
  return { graph, world, close: () => graph.close() };
}
