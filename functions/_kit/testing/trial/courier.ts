import type { Faults } from '../../../../scripts/local/faults.ts';
import { deliver, type Message } from './deliveries.ts';
import { during, type Effect } from './fault.ts';

/** Takes one turn: hands some of the waiting messages over and returns those that still wait. */
export type Courier = (mspId: string, waiting: Message[]) => Promise<Message[]>;

/** Each fact once, in the order told. */
export const inOrder: Courier = async (_, [first, ...rest]) =>
  first ? [...(await deliver([first], 'here')), ...rest] : [];

/**
 * Kills the worker of each subscriber at its first commit, before it is applied. Then every fact is lost to its subscriber right
 * after its first commit was applied: with the whole worker the first time, later with the rest of the handler. The queue
 * brings it again each time. `once`: only each subscriber's first fact is lost after its commit.
 */
export function cuttingOff(once = false): Courier {
  const [killedBefore, killedAfter, cut] = [new Set<string>(), new Set<string>(), new Set<string>()];
  return async (mspId, [first, ...rest]) => {
    if (!first) return [];
    const { subscriber, messageId } = first;
    const strike = async (effect: Effect, where: 'worker' | 'here') => {
      const hand = () => deliver([first], where);
      return [...(await during({ mspId, functionName: subscriber }, { effect, nth: 1 }, hand)), ...rest];
    };
    if (!killedBefore.has(subscriber)) {
      killedBefore.add(subscriber);
      return strike('kill-worker-before', 'worker');
    }
    const isFirst = !killedAfter.has(subscriber);
    if (cut.has(messageId) || (once && !isFirst)) return inOrder(mspId, [first, ...rest]);
    cut.add(messageId);
    killedAfter.add(subscriber);
    return isFirst ? strike('kill-worker-after', 'worker') : strike('fail-after', 'here');
  };
}

const TROUBLES = ['throttle', 'timeout-after', 'timeout-before', 'none', 'none'] as const;
const DEATHS = ['kill-worker-before', 'kill-worker-after'] as const;

/** Of two deliveries at the same moment one may have to come again: no queue does that to a fact until it gives it up. */
const TWINS_UNTIL = 3;

/**
 * Late, out of order, more than once, twice at the same moment, and through a table that stumbles: by the seed. With `kills`
 * the subscriber's worker may also die at its commit, over each fact once: a queue gives up what is lost five times.
 *
 * @param injected counts what was done to deliveries
 */
export function unruly(
  chance: Faults,
  { kills = false, injected = {} }: { kills?: boolean; injected?: Record<string, number> } = {},
): Courier {
  const count = (name: string, by: number) => {
    injected[name] = (injected[name] ?? 0) + by;
  };
  return async (mspId, waiting) => {
    const [next] = chance.shuffled(waiting);
    if (!next) return [];
    const { subscriber } = next;
    if (next !== waiting[0]) count('reordered', 1);
    const own = chance.shuffled(waiting.filter((message) => message.subscriber === subscriber));
    const batch = own.slice(0, 1 + Math.floor(chance.random() * own.length));
    const rest = waiting.filter((message) => !batch.includes(message));
    const copies = batch.filter(({ body, received }) => received === 0 && !isCopied(rest, body));
    const twins = chance.random() < 0.3 && batch.every(({ received }) => received < TWINS_UNTIL) ? 2 : 1;
    count('duplicated', copies.length + (twins - 1) * batch.length);
    const mayDie = kills && batch.every(({ received }) => received === 0);
    const [trouble] = chance.shuffled([...TROUBLES, ...(mayDie ? DEATHS : [])]);
    const dies = DEATHS.some((effect) => effect === trouble);
    const hand = () => Promise.all(Array.from({ length: twins }, () => deliver(batch, dies ? 'worker' : 'here')));
    const outcomes =
      trouble === 'none' || trouble === undefined
        ? await hand()
        : await during({ mspId, functionName: subscriber }, { effect: trouble, times: 1 }, hand);
    const again = batch.flatMap(({ messageId }) => {
      const failures = outcomes.map((failed) => failed.find((message) => message.messageId === messageId));
      // A twin that failed comes again although the other one went through, as two receives of one message do.
      return failures.find((failure) => failure !== undefined) ?? [];
    });
    return [
      ...rest,
      ...again,
      ...copies.map((message) => ({ ...message, messageId: `${message.messageId}b`, received: 1 })),
    ];
  };
}

const isCopied = (messages: readonly Message[], body: string) => messages.some((message) => message.body === body);
