import type { Answer } from '../world.ts';
import { calm, type Send, type Write } from './client.ts';
import { type Courier, inOrder } from './courier.ts';
import { collect, holdFacts, published } from './deliveries.ts';
import { ending } from './ending.ts';
import type { Looked } from './invariants.ts';
import { comparable, pictureIn, recordsOf, without } from './picture.ts';
import type { Scenario } from './scenario.ts';
import { secretsIn } from './secrets.ts';

/** How requests and facts fare in one run. */
export interface Weather {
  send: Send;
  courier: Courier;
  last: Send;
}

export interface Outcome {
  answers: { operation: string; body: unknown }[];
  subscribers: Set<string>;
  picture: string[];
  /** Of the laws that hold whatever the story is about. */
  looked: Looked;
}

export const FAIR: Weather = { send: calm, courier: inOrder, last: calm };

/** What was said of a request's answer. @throws when it was refused */
export function told({ operation }: Write, { status, body }: Answer): void {
  if (status >= 300 && status !== 503) throw new Error(`${operation}: ${status} ${body.code}: ${body.detail}`);
}

/** Plays a story in a weather and looks at how it ends. */
export async function run<World extends { mspId: string }>(
  scenario: Scenario<World>,
  weather: Weather,
): Promise<Outcome> {
  const { feature: own, heardBy = [], blind, trail } = scenario;
  const world = await scenario.prepare();
  const { mspId } = world;
  const placeOf = ({ feature = own }: Write) => ({ mspId, functionName: `${feature}-api` });
  const hearing = [own, ...heardBy];
  const answers: Outcome['answers'] = [];
  const subscribers = new Set<string>();
  const secrets = new Set(secretsIn(world));
  const facts: string[] = [];
  await published(mspId);
  await holdFacts(mspId);
  const mine = async () => {
    const messages = await collect(mspId);
    facts.push(...messages.map(({ body }) => body));
    const heard = messages.filter(({ subscriber }) => hearing.some((one) => subscriber.startsWith(`${one}-on-`)));
    for (const { subscriber } of heard) subscribers.add(subscriber);
    return heard;
  };
  const settle = async () => {
    for (let waiting = await mine(); waiting.length > 0; waiting = [...waiting, ...(await mine())]) {
      waiting = await weather.courier(mspId, waiting);
    }
  };
  await scenario.play(world, {
    write: async <T>(write: Write) => {
      const answer = await weather.send(placeOf(write), write);
      told(write, answer);
      answers.push({ operation: write.operation, body: comparable(without(answer.body, blind?.answer)) });
      for (const secret of secretsIn([write.body, answer.body])) secrets.add(secret);
      return answer.body as T;
    },
    last: async (write) => {
      for (const secret of secretsIn(write.body)) secrets.add(secret);
      await weather.last(placeOf(write), write);
      answers.push({ operation: write.operation, body: undefined });
    },
    settle,
  });
  await settle();
  const records = await recordsOf(mspId);
  const picture = pictureIn(records, mspId, { blind, trail, withIndex: hearing.includes('search') });
  const looked = await ending({ mspId, records, facts, secrets: [...secrets], hearing });
  await scenario.holds?.(world);
  return { answers, subscribers, picture, looked };
}
