import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { root } from '../build/prepare.ts';

/** One request, and the source of the function that answers it. */
export interface Probe {
  what: string;
  /** From the repository's root: `functions/companies/api.ts`. */
  module: string;
  event: APIGatewayProxyEventV2;
  /** The function's variables. */
  environment: Record<string, string>;
}

/** Milliseconds of each round: the handler's, and of them those in which a call to the table was on its way. */
export interface Timing {
  what: string;
  handler: number[];
  table: number[];
}

interface Order {
  probes: Probe[];
  rounds: number;
}

type Handler = (event: APIGatewayProxyEventV2, context: object) => Promise<APIGatewayProxyStructuredResultV2>;

const WARM_UP = 5;
let active = 0;
let since = 0;
let inTable = 0;

/** Times the document client's own `send`, so that what remains is the handler's. Calls side by side count once. */
function timeCalls(): void {
  const prototype = DynamoDBDocumentClient.prototype as unknown as { send: (...args: unknown[]) => Promise<unknown> };
  const { send } = prototype;
  prototype.send = async function timed(this: unknown, ...args: unknown[]) {
    if (active === 0) since = performance.now();
    active += 1;
    try {
      return await send.apply(this, args);
    } finally {
      active -= 1;
      if (active === 0) inTable += performance.now() - since;
    }
  };
}

async function measure({ probes, rounds }: Order): Promise<Timing[]> {
  timeCalls();
  const timings = probes.map(({ what }): Timing => ({ what, handler: [], table: [] }));
  const handlers: Handler[] = [];
  for (const { module } of probes) {
    const loaded = (await import(pathToFileURL(join(root, module)).href)) as { handler: Handler };
    handlers.push(loaded.handler);
  }
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    for (const [index, { event, environment, what }] of probes.entries()) {
      Object.assign(process.env, environment);
      inTable = 0;
      const started = performance.now();
      const answer = await handlers[index]?.(event, { awsRequestId: 'bench' });
      const took = performance.now() - started;
      if (answer?.statusCode !== 200)
        throw new Error(`${what}: ${answer?.statusCode} ${String(answer?.body).slice(0, 300)}`);
      if (round < WARM_UP) continue;
      timings[index]?.handler.push(took);
      timings[index]?.table.push(inTable);
    }
  }
  return timings;
}

if (import.meta.main) {
  // The handlers' log lines go to standard output; the result takes the channel to the parent.
  process.once('message', (order: Order) => {
    measure(order).then(
      (timings) => process.send?.(timings, () => process.disconnect()),
      (error: Error) => {
        process.stderr.write(`${error.stack}\n`);
        process.exit(1);
      },
    );
  });
}
