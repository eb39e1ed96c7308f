import { z } from 'zod';
import { command } from '../../_kit/command.ts';
import type { Simulator } from '../dispatch.ts';
import { tenantNamed } from '../world/world-changes.ts';

/** Commands on tokens, the client secret and consent, and the request log. */
export function accessCommands(simulator: Simulator) {
  const { credentials, log, tokens, world } = simulator;
  return {
    /** Ends all tokens at once, or those of one tenant. */
    expireTokens: command(z.strictObject({ tenant: z.string().optional() }).optional(), (input) =>
      tokens.expire(input?.tenant === undefined ? undefined : tenantNamed(world, input.tenant).id),
    ),
    /** Lifetime of tokens issued from now on. */
    tokenLifetime: command(z.strictObject({ seconds: z.int().min(1) }), ({ seconds }) => tokens.setLifetime(seconds)),
    /** Refuses the client secret from now on. Tokens already issued live on, as with Entra. */
    revokeSecret: command(
      z.strictObject({ reason: z.enum(['deleted', 'expired']).default('deleted') }).optional(),
      (input) => {
        credentials.secretState = input?.reason ?? 'deleted';
      },
    ),
    /** Accepts the secret again, or a new one instead. */
    acceptSecret: command(z.strictObject({ secret: z.string().min(1).optional() }).optional(), (input) => {
      credentials.secretState = 'accepted';
      if (input?.secret !== undefined) world.app.secrets = [input.secret];
    }),
    /** Grants or withdraws admin consent, or narrows its permissions. Takes effect with the next token. */
    consent: command(
      z.strictObject({ tenant: z.string(), granted: z.boolean(), permissions: z.array(z.string()).optional() }),
      ({ tenant, granted, permissions }) => {
        const { consent } = tenantNamed(world, tenant);
        consent.granted = granted;
        if (permissions) consent.permissions = permissions;
      },
    ),
    log: command(z.strictObject({}).optional(), () => log.summary()),
    resetLog: command(z.strictObject({}).optional(), () => log.reset()),
  };
}
