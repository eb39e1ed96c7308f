import { z } from 'zod';
import { command } from '../../_kit/command.ts';
import type { Simulator } from '../dispatch.ts';

/** Commands on the API app, limits and the cursors of reports. */
export function accessCommands({ credentials, cursors, limit, throttlePages, world }: Simulator) {
  return {
    /** Refuses the client secret from now on. Tokens already issued live on. */
    revokeSecret: command(z.strictObject({}).optional(), () => {
      credentials.accepted = false;
    }),
    /** Accepts the secret again, or a new one instead. */
    acceptSecret: command(z.strictObject({ secret: z.string().min(1).optional() }).optional(), (input) => {
      credentials.accepted = true;
      if (input?.secret !== undefined) world.app.secrets = [input.secret];
    }),
    /** Sets the scopes of the app. Takes effect with the next token. */
    scopes: command(
      z.strictObject({ scopes: z.array(z.enum(['monitoring', 'management', 'control'])) }),
      ({ scopes }) => {
        world.app.scopes = scopes;
      },
    ),
    /** Allows so many requests in a window; without `requests` there is no limit. */
    limit: command(
      z.strictObject({ requests: z.int().min(1).optional(), windowSeconds: z.number().positive().default(60) }),
      ({ requests, windowSeconds }) => limit.set(requests === undefined ? null : { requests, windowSeconds }),
    ),
    /** Answers the next API requests with the throttle's page: HTML with status 200, without Retry-After. */
    throttlePage: command(z.strictObject({ times: z.int().min(1).default(1) }).optional(), (input) => {
      throttlePages.left = input?.times ?? 1;
    }),
    /** Ends every report that is being read. */
    endCursors: command(z.strictObject({}).optional(), () => cursors.clear()),
  };
}
