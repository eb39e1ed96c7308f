import { badParameter } from '../ninja-error.ts';
import type { ReportCursors } from '../report-cursors.ts';
import type { NinjaWorld } from '../world.ts';

/** A request that passed authentication. */
export interface NinjaCall {
  world: NinjaWorld;
  now: Date;
  cursors: ReportCursors;
  /** Path behind `/v2`. */
  path: string;
  query: URLSearchParams;
}

/** A whole number of the query; undefined when absent. Throws 400 for anything else. */
export function wholeNumber({ query }: NinjaCall, name: string, least = 0): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw badParameter(`Parameter '${name}' is not valid: ${text}`);
  return Number(text);
}
