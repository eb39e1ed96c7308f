import { z } from 'zod';
import { command } from './command.ts';
import type { FaultPlan, Target } from './faults.ts';

/** A path as in the request log (`/users`, `/users*`, `*` for the whole API, `/token`) and one of the vendor's organisations. */
const where = {
  path: z.string().default('*'),
  organisation: z.string().optional(),
  skip: z.int().min(0).default(0),
};
const once = { ...where, times: z.int().min(1).nullable().default(1) };
const always = { ...where, times: z.int().min(1).nullable().default(null) };
const afterBytes = z.int().min(0).nullable().default(null);
const retryForm = z.enum(['seconds', 'http-date', 'none']);
const retryAfter = z.strictObject({ form: retryForm, seconds: z.number().min(0) }).optional();
const DAY_SECONDS = 86_400;

const drift = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), field: z.string().min(1), value: z.unknown() }),
  z.strictObject({ kind: z.literal('rename'), field: z.string().min(1), to: z.string().min(1) }),
  z.strictObject({ kind: z.literal('remove'), field: z.string().min(1) }),
  z.strictObject({ kind: z.literal('malformed'), value: z.unknown() }),
]);

/** What fault commands need of a simulator. */
export interface Faulty {
  faults: FaultPlan;
  now: () => Date;
  /** Id of an organisation by any name that people use for it. Throws `WorldChangeError` for an unknown one. */
  organisationId: (name: string) => string;
  /** The vendor's error code and message for a status. */
  wording: (status: number) => { code: string; message: string };
}

/** Commands that make requests fail, stop, slow down, or bring damaged data. */
export function faultCommands({ faults, now, organisationId, wording }: Faulty) {
  const target = (input: {
    path: string;
    organisation?: string | undefined;
    skip: number;
    times: number | null;
  }): Target => ({
    path: input.path,
    organisationId: input.organisation === undefined ? null : organisationId(input.organisation),
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
        retryAfter,
      }),
      (input) => {
        const { code, message } = wording(input.status);
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
      z.strictObject({ ...where, seconds: z.number().positive().max(DAY_SECONDS), retryAfter }),
      (input) =>
        faults.add(target({ ...input, times: null }), {
          kind: 'throttle',
          until: now().getTime() + input.seconds * 1000,
          ...wording(429),
          retryAfter: input.retryAfter ?? null,
        }),
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
