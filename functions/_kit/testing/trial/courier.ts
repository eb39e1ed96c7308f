import type { Faults } from '../../../../scripts/local/faults.ts';
import { deliver, type Message } from './deliveries.ts';
import { during } from './fault.ts';

/** Takes one turn: hands some of the waiting messages over and returns those that still wait. */
export type Courier = (mspId: string, waiting: Message[]) => Promise<Message[]>;

/** Each fact once, in the order told. */
export const inOrder: Courier = async (_, [first, ...rest]) =>
  first ? [...(await deliver([first], 'here')), ...rest] : [];

/** Kills the worker of each subscriber at its first commit, before it is applied; the queue brings the fact again. */
export function killedBefore(): Courier {
  const killed = new Set<string>();
  return async (mspId, [first, ...rest]) => {
    if (!first || killed.has(first.subscriber)) return inOrder(mspId, first ? [first, ...rest] : []);
    killed.add(first.subscriber);
    const target = { mspId, functionName: first.subscriber };
    const again = await during(target, { effect: 'kill-worker-before', nth: 1 }, () => deliver([first], 'worker'));
    return [...again, ...rest];
  };
}

/**
 * Every fact is lost to its subscriber right after its first commit was applied, and comes again: with the whole worker the
 * first time, later with the rest of the handler. `once`: only each subscriber's first fact.
 */
export function cutAfter(once = false): Courier {
  const killed = new Set<string>();
  return async (mspId, [first, ...rest]) => {
    if (!first) return [];
    const spared = first.received > 0 || (once && killed.has(first.subscriber));
    if (spared) return inOrder(mspId, [first, ...rest]);
    const target = { mspId, functionName: first.subscriber };
    const again = killed.has(first.subscriber)
      ? await during(target, { effect: 'fail-after', nth: 1 }, () => deliver([first], 'here'))
      : await during(target, { effect: 'kill-worker-after', nth: 1 }, () => deliver([first], 'worker'));
    killed.add(first.subscriber);
    return [...again, ...rest];
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
