import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { KeyActor } from '../../shared/kernel/actor.ts';
import { AppError } from '../../shared/kernel/error.ts';
import { forgetOldest } from '../../shared/kernel/forget-oldest.ts';
import { affordable, costOf, latestFor, type RateState, rateState, waitFor } from '../../shared/kernel/rate.ts';
import { env } from './env.ts';
import { RateEntity } from './rate.entity.ts';
import { kindOf } from './stored-row.ts';
import type { Units } from './units.ts';
import { walled } from './walled.ts';

/** Requests drawn at once, at most: an environment that is busy with a key writes once for so many. */
const MOST_HELD = 20;
/** What was drawn and not used for so long is lost to the key, so that no idle environment keeps it. */
const HELD_MS = 10_000;
/** Keys that one environment remembers. */
const MOST_KEYS = 500;
const ATTEMPTS = 5;

/** What this environment has drawn for a key. */
interface Held {
  /** Requests left of the last drawing, and how many it was for. */
  left: number;
  size: number;
  until: number;
  fullAt: number;
}

const holdings = new Map<string, Held>();

function remember(keyId: string, held: Held): void {
  holdings.delete(keyId);
  holdings.set(keyId, held);
  forgetOldest(holdings, MOST_KEYS);
}

/** One conditional write: on a bucket that is drawn on, or on one that is full. Gives back `fullAt`, or what stood in the way. */
async function write(actor: KeyActor, requests: number, now: number, drawnOn: boolean, units: Units) {
  const { mspId, key } = actor;
  const { Key } = RateEntity.get({ mspId, keyId: key.keyId }).params({ table: env('APP_TABLE') }) as { Key: object };
  const cost = costOf(requests);
  const command = new UpdateCommand({
    TableName: env('APP_TABLE'),
    Key: Key as Record<string, string>,
    UpdateExpression: `SET fullAt = ${drawnOn ? 'fullAt + :cost' : ':full'}, drawnAt = :at, e = :e`,
    ConditionExpression: drawnOn
      ? 'fullAt > :now AND fullAt <= :latest'
      : 'attribute_not_exists(fullAt) OR fullAt <= :now',
    ExpressionAttributeValues: {
      ':now': now,
      ':at': new Date(now).toISOString(),
      ':e': kindOf(RateEntity),
      ...(drawnOn ? { ':cost': cost, ':latest': latestFor(requests, now) } : { ':full': now + cost }),
    },
    ReturnValues: 'UPDATED_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    ReturnConsumedCapacity: 'INDEXES',
  });
  const { dynamo } = await walled({ actor, access: 'rate' });
  try {
    const { Attributes } = await units.count('write', () => dynamo.send(command));
    return { done: true, fullAt: Number(Attributes?.fullAt) };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { done: false, fullAt: Number(error.Item?.fullAt?.N ?? 0) };
  }
}

/** Draws up to `wanted` requests; none when the bucket is empty. */
async function draw(actor: KeyActor, wanted: number, known: number, now: number, units: Units): Promise<Held> {
  let fullAt = known;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const size = Math.min(wanted, affordable(fullAt, now));
    if (size < 1) return { left: 0, size: 1, until: now, fullAt };
    const written = await write(actor, size, now, fullAt > now, units);
    fullAt = written.fullAt;
    if (written.done) return { left: size, size, until: now + HELD_MS, fullAt };
  }
  throw new AppError(503, 'key.busy', 'Many requests with this key came at once. Try again in a moment.', {
    retryAfter: 1,
  });
}

/** The state of a key's requests after this one; `refused` says what to tell when there was none left for it. */
export interface Taken extends RateState {
  refused?: AppError;
}

function refusal(fullAt: number, now: number): AppError {
  const retryAfter = waitFor(fullAt, now);
  const detail = `This key has used up its requests. Try again in ${retryAfter} s, and more slowly.`;
  return new AppError(429, 'key.rate', detail, { retryAfter });
}

/**
 * Counts one request of a key. An environment draws several at a time, more the busier it is: what is drawn counts as used
 * for everybody else, so that all environments together never let more through than the limit. Who goes on asking with none
 * left is told so from memory until one has grown back.
 */
export async function takeRequest(actor: KeyActor, at: Date, units: Units): Promise<Taken> {
  const now = at.getTime();
  const { keyId } = actor.key;
  const held = holdings.get(keyId);
  const lasts = held !== undefined && held.until > now;
  const wanted = lasts ? Math.min(held.size * 2, MOST_HELD) : 1;
  const drawn = lasts && held.left > 0 ? held : await draw(actor, wanted, held?.fullAt ?? 0, now, units);
  const after = { ...drawn, left: Math.max(0, drawn.left - 1) };
  remember(keyId, after);
  const state = rateState(after.fullAt, after.left, now);
  return drawn.left > 0 ? state : { ...state, refused: refusal(after.fullAt, now) };
}
