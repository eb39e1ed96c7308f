import { z } from 'zod';
import { command } from './command.ts';
import type { RequestLog } from './request-log.ts';
import type { TokenStore } from './tokens.ts';

/** What commands on tokens and the log need of a simulator. */
export interface Watchable {
  tokens: TokenStore;
  log: RequestLog;
  /** Id of an organisation by any name that people use for it. Throws `WorldChangeError` for an unknown one. */
  organisationId: (name: string) => string;
}

/** Commands on tokens that were issued, and the request log. */
export function watchCommands({ tokens, log, organisationId }: Watchable) {
  return {
    /** Ends all tokens at once, or those of one organisation. */
    expireTokens: command(z.strictObject({ organisation: z.string().optional() }).optional(), (input) =>
      tokens.expire(input?.organisation === undefined ? undefined : organisationId(input.organisation)),
    ),
    /** Lifetime of tokens issued from now on. */
    tokenLifetime: command(z.strictObject({ seconds: z.int().min(1) }), ({ seconds }) => tokens.setLifetime(seconds)),
    log: command(z.strictObject({}).optional(), () => log.summary()),
    resetLog: command(z.strictObject({}).optional(), () => log.reset()),
  };
}
