import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Effect, FaultPlan } from './faults.ts';
import type { RequestLog } from './request-log.ts';

/** What every simulator has. */
export interface Watched {
  faults: FaultPlan;
  log: RequestLog;
  now: () => Date;
}

/** A request as faults and the log name it. */
export interface Incoming {
  url: URL;
  method: string;
  /** `/token`, or the path behind the version. */
  resource: string;
  organisationId: string | null;
}

/** An answer whose status and headers are set on the response already. */
export interface Rendered {
  status: number;
  body: Buffer;
}

/** Calls `leave` once the exchange is over: it may be before anything is answered, by a client that hung up. */
export function whenOver(response: ServerResponse, leave: () => void): void {
  if (response.destroyed) leave();
  else response.once('close', leave);
}

/** Takes a request through log, switches and answer. `answer` sets status and headers and gives the bytes of the body. */
export async function exchange(
  { faults, log, now }: Watched,
  { url, method, resource, organisationId }: Incoming,
  request: IncomingMessage,
  response: ServerResponse,
  answer: (effects: readonly Effect[], arrived: Date) => Rendered,
): Promise<void> {
  const arrived = now();
  const query = [...url.searchParams].map(([name, value]) => `${name}=${value}`).join('&');
  const logged = log.open({
    at: arrived.toISOString(),
    method,
    path: resource,
    query,
    organisationId,
    status: null,
  });
  const effects = faults.on(resource, organisationId, arrived);
  const { status, body } = answer(effects, arrived);
  for (const effect of effects)
    if (effect.kind === 'delay') await sleep(effect.milliseconds, undefined, { ref: false });
  if (send(body, effects, request, response)) logged.status = status;
}

/** Writes the body, unless a fault stops it. Returns whether the whole answer went out. */
function send(body: Buffer, effects: readonly Effect[], request: IncomingMessage, response: ServerResponse): boolean {
  for (const effect of effects) {
    if (effect.kind !== 'hang' && effect.kind !== 'drop') continue;
    const drop = () => effect.kind === 'drop' && request.socket.destroy();
    if (effect.afterBytes === null) drop();
    else response.write(body.subarray(0, effect.afterBytes), drop);
    return false;
  }
  response.end(body);
  return true;
}
