import { z } from 'zod';
import { command } from '../../_kit/command.ts';
import { watchCommands } from '../../_kit/watch-commands.ts';
import type { Simulator } from '../dispatch.ts';
import { tenantNamed } from '../world/world-changes.ts';

/** Commands on tokens, the client secret and consent, and the request log. */
export function accessCommands(simulator: Simulator) {
  const { credentials, log, tokens, world } = simulator;
  return {
    ...watchCommands({ tokens, log, organisationId: (name) => tenantNamed(world, name).id }),
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
  };
}
