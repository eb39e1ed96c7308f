import { describe, expect, inject, it } from 'vitest';
import { Faults, type Met } from '../../../../scripts/local/faults.ts';
import { all, type Counts, note, type Wrong } from '../../../../scripts/testing/record.ts';
import { FEATURES } from '../../../../shared/kernel/features.ts';
import { newId } from '../../new-id.ts';
import { type Answer, control, http } from '../world.ts';
import type { Write } from './client.ts';
import { differences, ending } from './ending.ts';
import type { Effect } from './fault.ts';
import type { Looked } from './invariants.ts';
import { pictureIn, recordsOf } from './picture.ts';
import { told } from './run.ts';
import type { Hand, Scenario } from './scenario.ts';
import { secretsIn } from './secrets.ts';

/** A way of the product through queues, workflows and workers, from what starts it to its end. */
export interface Flow<World extends { mspId: string }>
  extends Pick<Scenario<World>, 'feature' | 'prepare' | 'play' | 'holds' | 'blind' | 'trail'> {
  /** What the clock and people do when it is later: they take up what was cut off. */
  later?(world: World): Promise<void>;
}

/** A worker dies at the nth call that is made for the flow's MSP, before or after the call is applied. */
interface Point {
  nth: number;
  when: 'before' | 'after';
}

const nameOf = ({ nth, when }: Point) => `${nth}-${when}`;

interface Played {
  met: Met;
  picture: string[];
  looked: Looked;
}

const MOST_TRIES = 5;
/** Workflows wait some seconds before they call a lost worker again, and then longer. */
const LONGEST_MS = 300_000;
const drained = () => control<void>('idle', { timeoutMs: LONGEST_MS });

/** The nth call counts from the flow's first write; its writes carry the MSP's id, so that each call for them can be told. */
async function arm(mspId: string, point?: Point): Promise<() => Promise<Met>> {
  const effect: Effect | 'delay' = point ? `kill-worker-${point.when}` : 'delay';
  const fault = await control<number>('arm', { rule: { serving: [mspId], effect, nth: point?.nth } });
  return () => control<Met>('disarm', { fault });
}

/** Sends a write as often as its sender would: until somebody answers. */
async function sent(mspId: string, { method, path, body, cookie }: Write): Promise<Answer> {
  const headers = { 'idempotency-key': newId(), 'user-agent': `trial of ${mspId}` };
  for (let tries = 1; ; tries += 1) {
    const answer = await http(method, `/api${path}`, { cookie, headers, quiet: true, body });
    if (answer.status < 500 || tries === MOST_TRIES) return answer;
  }
}

async function played<World extends { mspId: string }>(flow: Flow<World>, point?: Point): Promise<Played> {
  const world = await flow.prepare();
  const { mspId } = world;
  await drained();
  const secrets = new Set(secretsIn(world));
  const answered = async (write: Write) => {
    const answer = await sent(mspId, write);
    for (const secret of secretsIn([write.body, answer.body])) secrets.add(secret);
    return answer;
  };
  const disarm = await arm(mspId, point);
  const hand: Hand = {
    write: async <T>(write: Write) => {
      const answer = await answered(write);
      told(write, answer);
      return answer.body as T;
    },
    // Who hears nothing sends it once more, and may then be told that it is done.
    last: async (write) => void (await answered(write)),
    settle: drained,
  };
  let met: Met;
  try {
    await flow.play(world, hand);
    await drained();
  } finally {
    met = await disarm();
  }
  await flow.later?.(world);
  await drained();
  const records = await recordsOf(mspId);
  const picture = pictureIn(records, mspId, flow);
  const looked = await ending({ mspId, records, facts: [], secrets: [...secrets], hearing: FEATURES });
  await flow.holds?.(world);
  return { met, picture, looked };
}

/** The points to try out of so many calls: all, one that is named (`17-before`), or a few by a fixed seed. */
function pointsOf(calls: number): Point[] {
  const wanted = inject('crashPoints');
  const every = Array.from({ length: calls }, (_, at) => at + 1).flatMap((nth): Point[] => [
    { nth, when: 'before' },
    { nth, when: 'after' },
  ]);
  if (wanted === 'all') return every;
  if (typeof wanted === 'string') return every.filter((point) => nameOf(point) === wanted);
  return new Faults().shuffled(every).slice(0, wanted);
}

/**
 * Declares the crash points of a flow: every call on a port that is made on its way is numbered once, then a worker dies
 * before and after each of them; retries, queues and the clock bring the flow to the end that it has undisturbed.
 */
export function recoversEverywhere<World extends { mspId: string }>(flow: Flow<World>): void {
  const { feature } = flow;
  describe(`crash points of ${feature}`, { timeout: 90 * 60_000 }, () => {
    it('end like the flow that nothing disturbed', async () => {
      const fair = await played(flow);
      expect(fair.looked.wrong).toEqual([]);
      expect(fair.met.seen, 'calls on the way').toBeGreaterThan(0);
      const failures: string[] = [];
      for (const point of pointsOf(fair.met.seen)) {
        const wrong = await wrongAt(flow, point, fair);
        failures.push(...wrong.map(({ verdict, says }) => `${nameOf(point)}: ${verdict}: ${says}`));
      }
      expect(failures).toEqual([]);
    });
  });
}

/** Plays a flow with one crash point and says what is otherwise than undisturbed; one that breaks off has lost its end. */
async function wrongAt<World extends { mspId: string }>(
  flow: Flow<World>,
  point: Point,
  fair: Played,
): Promise<Wrong[]> {
  const run = { feature: flow.feature, point: nameOf(point) };
  const found = await played(flow, point).catch((error: Error) => error);
  if (found instanceof Error) {
    const wrong = all('lost', [`The flow broke off: ${found.message}`]);
    note(inject('record'), { ...run, injected: {}, checked: {}, wrong });
    return wrong;
  }
  const { met, looked, picture } = found;
  const wrong = [...looked.wrong, ...differences(fair.picture, picture)].map(({ verdict, says }) => {
    return { verdict, says: `Killed at ${met.where}. ${says}` };
  });
  // A warm worker asks for no credentials: the last calls of a cold run may not come.
  const injected: Counts = met.struck === 0 ? { 'points not reached': 1 } : {};
  note(inject('record'), { ...run, injected, checked: looked.checked, wrong });
  return wrong;
}
