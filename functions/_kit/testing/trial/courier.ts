import type { Faults } from '../../../../scripts/local/faults.ts';
import { deliver, type Message } from './deliveries.ts';
import { during } from './fault.ts';

/** Takes one turn: hands some of the waiting messages over and returns those that still wait. */
export type Courier = (mspId: string, waiting: Message[]) => Promise<Message[]>;

/** Each fact once, in the order told. */
export const inOrder: Courier = async (_, [first, ...rest]) =>
  first ? [...(await deliver([first], 'here')), ...rest] : [];

/** Kills the worker of each subscriber in its first commit, before or after it is applied; the queue brings the fact again. */
export function killing(effect: 'kill-worker-before' | 'kill-worker-after'): Courier {
  const killed = new Set<string>();
  return async (mspId, [first, ...rest]) => {
    if (!first) return [];
    const { subscriber } = first;
    if (killed.has(subscriber)) return [...(await deliver([first], 'here')), ...rest];
    killed.add(subscriber);
    const again = await during({ mspId, functionName: subscriber }, { effect, nth: 1 }, () =>
      deliver([first], 'worker'),
    );
    return [...again, ...rest];
  };
}

/** Late, out of order, more than once, twice at the same moment, and through a table that stumbles: by the seed. */
export function unruly(chance: Faults): Courier {
  return async (mspId, waiting) => {
    const [next] = chance.shuffled(waiting);
    if (!next) return [];
    const { subscriber } = next;
    const own = chance.shuffled(waiting.filter((message) => message.subscriber === subscriber));
    const batch = own.slice(0, 1 + Math.floor(chance.random() * own.length));
    const rest = waiting.filter((message) => !batch.includes(message));
    const copies = batch.filter(({ body, received }) => received === 0 && !isCopied(rest, body));
    const twins = chance.random() < 0.3 ? 2 : 1;
    const [trouble] = chance.shuffled(['throttle', 'timeout-after', 'timeout-before', 'none', 'none'] as const);
    const hand = () => Promise.all(Array.from({ length: twins }, () => deliver(batch, 'here')));
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
