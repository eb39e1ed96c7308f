import { z } from 'zod';
import { command } from '../../_kit/command.ts';
import { faultCommands } from '../../_kit/fault-commands.ts';
import type { Simulator } from '../dispatch.ts';
import { tenantNamed } from '../world/world-changes.ts';

const CODES: Record<number, [code: string, message: string]> = {
  401: ['InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'],
  403: ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  429: ['TooManyRequests', 'Too many requests. Please retry again later.'],
  500: ['InternalServerError', 'An internal server error occurred.'],
  502: ['BadGateway', 'The upstream service did not answer.'],
  503: ['ServiceUnavailable', 'The service is temporarily unavailable.'],
  504: ['GatewayTimeout', 'The upstream service did not answer in time.'],
};

/** Commands that make requests fail, stop, slow down, or bring damaged data. An organisation is a tenant by id, domain or code. */
export function graphFaultCommands({ faults, now, quota, world }: Simulator) {
  return {
    ...faultCommands({
      faults,
      now,
      organisationId: (name) => tenantNamed(world, name).id,
      wording: (status) => {
        const [code, message] = CODES[status] ?? ['UnknownError', 'The request failed.'];
        return { code, message };
      },
    }),
    /** Replaces a published limit; without `units` the published one is back. */
    limit: command(
      z.strictObject({
        service: z.enum(['directory', 'security', 'identityReports', 'usageReports']),
        units: z.number().positive().optional(),
        windowSeconds: z.number().positive().default(10),
      }),
      ({ service, units, windowSeconds }) =>
        quota.override(service, units === undefined ? null : { units, windowSeconds }),
    ),
  };
}
