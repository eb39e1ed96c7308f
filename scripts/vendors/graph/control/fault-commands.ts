import { z } from 'zod';
import type { Simulator } from '../dispatch.ts';
import type { Target } from '../faults/faults.ts';
import { DAY_MS } from '../world/dates.ts';
import { tenantNamed } from '../world/world-changes.ts';
import { command } from './command.ts';

/** A path as in the request log (`/users`, `/users*`, `*` for all of Graph, `/token`) and a tenant by id, domain or code. */
const where = {
  path: z.string().default('*'),
  tenant: z.string().optional(),
  skip: z.int().min(0).default(0),
};
const once = { ...where, times: z.int().min(1).nullable().default(1) };
const always = { ...where, times: z.int().min(1).nullable().default(null) };
const afterBytes = z.int().min(0).nullable().default(null);
const retryForm = z.enum(['seconds', 'http-date', 'none']);

const CODES: Record<number, [code: string, message: string]> = {
  401: ['InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'],
  403: ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  429: ['TooManyRequests', 'Too many requests. Please retry again later.'],
  500: ['InternalServerError', 'An internal server error occurred.'],
  502: ['BadGateway', 'The upstream service did not answer.'],
  503: ['ServiceUnavailable', 'The service is temporarily unavailable.'],
  504: ['GatewayTimeout', 'The upstream service did not answer in time.'],
};

const drift = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), field: z.string().min(1), value: z.unknown() }),
  z.strictObject({ kind: z.literal('rename'), field: z.string().min(1), to: z.string().min(1) }),
  z.strictObject({ kind: z.literal('remove'), field: z.string().min(1) }),
  z.strictObject({ kind: z.literal('malformed'), value: z.unknown() }),
]);

/** Commands that make requests fail, stop, slow down, or bring damaged data. */
export function faultCommands(simulator: Simulator) {
  const { faults, quota, world } = simulator;
  const target = (input: {
    path: string;
    tenant?: string | undefined;
    skip: number;
    times: number | null;
  }): Target => ({
    path: input.path,
    tenantId: input.tenant === undefined ? null : tenantNamed(world, input.tenant).id,
    skip: input.skip,
    times: input.times,
  });
  return {
    /** Answers the next `times` matching requests with a status, for instance 429 or 503. */
    fail: command(
      z.strictObject({
        ...once,
        status: z.int().min(400).max(599),
        code: z.string().optional(),
        message: z.string().optional(),
        retryAfter: z.strictObject({ form: retryForm, seconds: z.number().min(0) }).optional(),
      }),
      (input) => {
        const [code, message] = CODES[input.status] ?? ['UnknownError', 'The request failed.'];
        faults.add(target(input), {
          kind: 'status',
          status: input.status,
          code: input.code ?? code,
          message: input.message ?? message,
          retryAfter: input.retryAfter ?? { form: 'none', seconds: 0 },
        });
      },
    ),
    /** Refuses everything that matches with 429 for a while of the simulator's clock. */
    throttle: command(
      z.strictObject({
        ...where,
        seconds: z
          .number()
          .positive()
          .max(DAY_MS / 1000),
        retryAfter: z.strictObject({ form: retryForm, seconds: z.number().min(0) }).optional(),
      }),
      (input) =>
        faults.add(target({ ...input, times: null }), {
          kind: 'throttle',
          until: simulator.now().getTime() + input.seconds * 1000,
          retryAfter: input.retryAfter ?? null,
        }),
    ),
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
    /** Sends nothing more (after `afterBytes` of the body, if given) and keeps the connection open. */
    hang: command(z.strictObject({ ...once, afterBytes }), (input) =>
      faults.add(target(input), { kind: 'hang', afterBytes: input.afterBytes }),
    ),
    /** Tears the connection down before the answer, or in the middle of its body. */
    drop: command(z.strictObject({ ...once, afterBytes }), (input) =>
      faults.add(target(input), { kind: 'drop', afterBytes: input.afterBytes }),
    ),
    /** Answers later by so many real milliseconds. */
    delay: command(z.strictObject({ ...always, milliseconds: z.number().min(0) }), (input) =>
      faults.add(target(input), { kind: 'delay', milliseconds: input.milliseconds }),
    ),
    /** Ends a listing early: the page keeps `keep` rows (0: suddenly empty; absent: all) and names no next page. */
    cutListing: command(z.strictObject({ ...once, keep: z.int().min(0).nullable().default(null) }), (input) =>
      faults.add(target(input), { kind: 'cut', keep: input.keep }),
    ),
    /** Changes rows of a listing: all, the one at an index of its page, or the one with an id. */
    mutate: command(
      z.strictObject({
        ...always,
        row: z
          .union([z.int().min(0), z.string()])
          .nullable()
          .default(null),
        change: drift,
      }),
      (input) => faults.add(target(input), { kind: 'mutate', row: input.row, change: input.change }),
    ),
    clearFaults: command(z.strictObject({}).optional(), () => faults.clear()),
  };
}
