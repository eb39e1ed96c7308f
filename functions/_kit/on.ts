import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import type { FactDefinition } from '../../events/define.ts';
import { Id } from '../../shared/kernel/id.ts';
import { AlreadyHandled } from './commit.ts';
import { env } from './env.ts';
import { failure, logger } from './logger.ts';
import { type Scope, systemScope } from './scope.ts';
import { Units } from './units.ts';

/** What travels over the bus: the outbox row's own id and time, never the bus's. */
export const FactEnvelope = z.object({
  eventId: Id,
  mspId: Id,
  version: z.int(),
  at: z.iso.datetime(),
  actorId: z.string(),
  causes: z.array(z.string()),
  data: z.record(z.string(), z.unknown()),
});

/** The event as its rule puts it on a queue; the rule has asked for the name. */
const Delivered = z.object({ 'detail-type': z.string(), detail: FactEnvelope });

/** Facts about an occurrence that a handler may need beside its detail. */
export interface Occurrence {
  eventId: string;
  at: string;
  actorId: string;
}

type Effect<Detail> = (scope: Scope, detail: Detail, occurrence: Occurrence) => Promise<unknown>;

function jobName(): string {
  return env('AWS_LAMBDA_FUNCTION_NAME').replace(/^fairlead-[a-z]+-/, '');
}

/** What a subscriber does about the event of a message. */
type Handling = (scope: Scope, told: Told) => Promise<unknown>;
interface Told {
  name: string;
  data: Record<string, unknown>;
  occurrence: Occurrence;
}

async function handle(effect: Handling, record: SQSRecord) {
  const job = jobName();
  const { 'detail-type': name, detail } = Delivered.parse(JSON.parse(record.body));
  const { eventId, mspId, at, actorId, causes, data } = detail;
  const units = new Units();
  const scope = systemScope(mspId, job, {
    requestId: record.messageId,
    causes: [...causes, name],
    inbox: { subscriber: job, eventId },
    units,
  });
  try {
    await effect(scope, { name, data, occurrence: { eventId, at, actorId } });
  } catch (error) {
    if (!(error instanceof AlreadyHandled)) throw error;
  }
  logger.info('fact', {
    operation: job,
    mspId,
    requestId: record.messageId,
    eventId,
    units: { read: units.read, write: units.write },
  });
}

/** The body of a message; undefined when it is no JSON. */
function bodyOf({ body }: SQSRecord): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Messages of a batch that one handling answers. */
type Grouping = (records: readonly SQSRecord[]) => SQSRecord[][];
const eachAlone: Grouping = (records) => records.map((record) => [record]);

const subscriber = (effect: Handling, together: Grouping = eachAlone) =>
  middy<SQSEvent, SQSBatchResponse>().handler(async (event) => {
    const failed: SQSBatchResponse['batchItemFailures'] = [];
    for (const records of together(event.Records)) {
      const [first] = records as [SQSRecord];
      try {
        await handle(effect, first);
      } catch (error) {
        logger.error('fact failed', { operation: jobName(), requestId: first.messageId, failure: failure(error) });
        failed.push(...records.map(({ messageId }) => ({ itemIdentifier: messageId })));
      }
    }
    return { batchItemFailures: failed };
  });

/**
 * One subscriber of one fact. Its effect is one commit, which records the event in the subscriber's inbox: however often
 * and in whatever order the bus delivers, the effect happens once. A message that fails goes back alone; its batch goes on.
 */
export function on<Detail>(fact: FactDefinition<string, Detail>, effect: Effect<Detail>) {
  return subscriber((scope, { data, occurrence }) => effect(scope, fact.detail.parse(data), occurrence));
}

/**
 * One subscriber of facts that judges anew what is there, such as a company's devices. All facts of a batch were committed
 * before they came, so one judging answers those about the same thing: of the four hundred facts of a large import some
 * forty are judged. Judging twice is harmless, so it leaves nothing in the inbox and may commit as often as it must.
 *
 * @param thing what a fact is about, such as the company's id, for a fact of this name
 */
export function onceFor<Detail>(
  facts: readonly FactDefinition<string, Detail>[],
  thing: (detail: Detail, name: string) => string,
  judge: (scope: Scope, detail: Detail, name: string) => Promise<unknown>,
) {
  const detailOf = (name: string, data: unknown): Detail => definitionOf(facts, name).detail.parse(data);
  const nameOf = (record: SQSRecord): string => {
    const delivered = Delivered.safeParse(bodyOf(record)).data;
    const fact = facts.find(({ name }) => name === delivered?.['detail-type']);
    const read = fact?.detail.safeParse(delivered?.detail.data);
    // One that cannot be read stands alone: it fails alone.
    if (!delivered || !fact || !read?.success) return record.messageId;
    return `${delivered.detail.mspId} ${thing(read.data, fact.name)}`;
  };
  return subscriber(
    (scope, { name, data }) => judge({ ...scope, inbox: undefined }, detailOf(name, data), name),
    (records) => [...Map.groupBy(records, nameOf).values()],
  );
}

/** One subscriber of facts after which a company is judged anew, such as its figures: once for all facts of a batch. */
export function onceForCompany<Detail extends { companyId: string }>(
  facts: readonly FactDefinition<string, Detail>[],
  judge: (scope: Scope, companyId: string) => Promise<unknown>,
) {
  return onceFor(
    facts,
    ({ companyId }) => companyId,
    (scope, { companyId }) => judge(scope, companyId),
  );
}

/** @throws for a fact that is not among them */
function definitionOf<Detail>(facts: readonly FactDefinition<string, Detail>[], name: string) {
  const fact = facts.find((one) => one.name === name);
  if (!fact) throw new Error(`${jobName()} does not wait for ${name}.`);
  return fact;
}

/** A fact as a subscriber of several hears it. */
export interface AnyFact {
  name: string;
  version: number;
  data: Record<string, unknown>;
}

/** One subscriber of several facts, which it treats alike. @throws for a fact that is not among them */
export function onAny(facts: readonly FactDefinition[], effect: Effect<AnyFact>) {
  return subscriber((scope, { name, data, occurrence }) => {
    const fact = definitionOf(facts, name);
    const detail = fact.detail.parse(data) as Record<string, unknown>;
    return effect(scope, { name, version: fact.version, data: detail }, occurrence);
  });
}
