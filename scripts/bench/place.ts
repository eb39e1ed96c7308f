import { runAs } from '../../functions/_kit/env.ts';
import type { Cloud } from '../local/cloud.ts';

/** Read and write units and round trips of one request, as its function logged them. */
export interface Cost {
  read: number;
  write: number;
  calls: number;
  /** Round trips to the table that waited for one another, the session's included. */
  depth: number;
}

interface Line {
  message?: unknown;
  requestId?: unknown;
  units?: unknown;
  [field: string]: unknown;
}

/** Where costs are measured: a running local cloud, in this process or a test run's. */
export interface Place {
  origin: string;
  /** Log lines of all functions so far, oldest first. */
  lines(): Promise<readonly Line[]>;
  /** Resolves when no fact, message, workflow or mail is under way. */
  idle(): Promise<void>;
  /** Runs services in process under the role and variables of a deployed function. */
  as<T>(functionName: string, work: () => Promise<T>): Promise<T>;
}

/** A year's roadmap or a first sync sets hundreds of facts off: milliseconds until they have settled. */
const PATIENCE_MS = 300_000;

/** A cloud of this process. */
export function placeOf(cloud: Cloud): Place {
  return {
    origin: cloud.origin,
    lines: async () => cloud.logs,
    idle: () => cloud.idle(PATIENCE_MS),
    as: (functionName, work) => runAs(cloud.environmentOf(functionName), work),
  };
}

/** What a request cost. @throws when its function logged nothing of it */
export async function costOf(place: Place, requestId: string): Promise<Cost> {
  const line = (await place.lines()).findLast((one) => one.message === 'request' && one.requestId === requestId);
  if (!line?.units) throw new Error(`No function logged the units of request ${requestId}.`);
  return line.units as Cost;
}
