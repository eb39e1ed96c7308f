import { isContractProcedure } from '@orpc/contract';
import { describe, expect, inject, it } from 'vitest';
import { FEATURE_SPECS } from '../../../../infra/feature-specs.ts';
import { Faults } from '../../../../scripts/local/faults.ts';
import type { Feature } from '../../../../shared/kernel/features.ts';
import type { Answer } from '../world.ts';
import { calm, crashAfter, crashBefore, lostWithoutKey, type Send, unsteady, type Write } from './client.ts';
import { type Courier, cutAfter, inOrder, killedBefore, unruly } from './courier.ts';
import { collect, holdFacts, published } from './deliveries.ts';
import { type Blind, comparable, pictureOf, without } from './picture.ts';

/** What a scenario acts with. */
export interface Hand {
  /** A write of the feature under trial; repeats it under its key when the weather demands. @throws when it is refused */
  write<T>(write: Write): Promise<T>;
  /** The scenario's last write: its answer may be lost for good, so nothing is told of it. */
  last(write: Write): Promise<void>;
  /** Lets every fact told so far reach its subscribers. What is not settled within the scenario arrives after its end. */
  settle(): Promise<void>;
}

/** A story about one feature, played once undisturbed and then in every kind of weather. */
export interface Scenario<World extends { mspId: string }> {
  feature: Feature;
  /** An MSP of its own with whatever the story needs; in fair weather. */
  prepare(): Promise<World>;
  /** Every write of the feature, in words of the product. */
  play(world: World, hand: Hand): Promise<void>;
  /** What must hold afterwards, whatever happened on the way. */
  holds?(world: World): Promise<void>;
  /** Writes that this story leaves to another test, with the reason. */
  elsewhere?: Readonly<Record<string, string>>;
  /** Fields, by entity, on which the order of delivery may leave its mark: how often a row was written on its way. */
  blind?: Blind;
  /** Its subscribers do things outside (mail) at most once: what is cut off stays undone, so only the first fact is cut. */
  atMostOnce?: boolean;
  /** Features whose subscribers hear of it too, beside its own. */
  heardBy?: readonly Feature[];
}

interface Weather {
  send: Send;
  courier: Courier;
  last: Send;
}

interface Outcome {
  answers: { operation: string; body: unknown }[];
  subscribers: Set<string>;
  picture: string[];
}

const FAIR: Weather = { send: calm, courier: inOrder, last: calm };

function seeded(seed: number): Weather {
  const chance = new Faults(seed);
  return { send: unsteady(chance), courier: unruly(chance), last: lostWithoutKey };
}

async function run<World extends { mspId: string }>(scenario: Scenario<World>, weather: Weather): Promise<Outcome> {
  const world = await scenario.prepare();
  const { mspId } = world;
  const placeOf = ({ feature = scenario.feature }: Write) => ({ mspId, functionName: `${feature}-api` });
  const hearing = [scenario.feature, ...(scenario.heardBy ?? [])];
  const outcome: Outcome = { answers: [], subscribers: new Set(), picture: [] };
  await published(mspId);
  await holdFacts(mspId);
  const note = (operation: string, { status, body }: Answer) => {
    if (status >= 300 && status !== 503) throw new Error(`${operation}: ${status} ${body.code}: ${body.detail}`);
    outcome.answers.push({ operation, body: comparable(without(body, scenario.blind?.answer)) });
  };
  const settle = async () => {
    for (let waiting = await mine(); waiting.length > 0; waiting = [...waiting, ...(await mine())]) {
      waiting = await weather.courier(mspId, waiting);
    }
  };
  const mine = async () => {
    const messages = await collect(mspId);
    const own = messages.filter(({ subscriber }) => hearing.some((feature) => subscriber.startsWith(`${feature}-on-`)));
    for (const { subscriber } of own) outcome.subscribers.add(subscriber);
    return own;
  };
  await scenario.play(world, {
    write: async <T>(write: Write) => {
      const answer = await weather.send(placeOf(write), write);
      note(write.operation, answer);
      return answer.body as T;
    },
    last: async (write) => {
      await weather.last(placeOf(write), write);
      outcome.answers.push({ operation: write.operation, body: undefined });
    },
    settle,
  });
  await settle();
  outcome.picture = await pictureOf(mspId, scenario.blind, hearing.includes('search'));
  await scenario.holds?.(world);
  return outcome;
}

/** The writes of a feature's contract. */
function writesOf(feature: Feature): string[] {
  return Object.entries(FEATURE_SPECS[feature]?.api ?? {}).flatMap(([name, operation]) =>
    isContractProcedure(operation) && operation['~orpc'].route.method !== 'GET' ? [name] : [],
  );
}

/**
 * Declares the trials of a feature: its story ends alike in fair weather, when every write loses its answer or its table,
 * when every subscriber's worker is killed in its commit, and under seeds that deliver facts late, twice and out of order.
 */
export function survives<World extends { mspId: string }>(scenario: Scenario<World>): void {
  const { feature, elsewhere = {} } = scenario;
  let fair: Promise<Outcome> | undefined;
  const undisturbed = () => {
    fair ??= run(scenario, FAIR);
    return fair;
  };
  const trial = async (weather: Weather) => {
    const [expected, found] = await Promise.all([undisturbed(), run(scenario, weather)]);
    expect(found.picture).toEqual(expected.picture);
    expect(found.answers).toEqual(expected.answers);
  };

  describe(`${feature} under trial`, { timeout: 120_000 }, () => {
    it('every write and every subscriber takes part', async () => {
      const { answers, subscribers } = await undisturbed();
      const tried = new Set([...answers.map(({ operation }) => operation), ...Object.keys(elsewhere)]);
      expect(writesOf(feature).filter((name) => !tried.has(name))).toEqual([]);
      const declared = Object.keys(FEATURE_SPECS[feature]?.on ?? {}).map((name) => `${feature}-on-${name}`);
      expect(declared.filter((name) => !subscribers.has(name))).toEqual([]);
    });

    it('nothing happens when the table is out of reach, and each worker may die before its commit', () =>
      trial({ send: crashBefore, courier: killedBefore(), last: calm }));

    it('all happens once when answers are lost and every handler is cut off after its commit', () =>
      trial({ send: crashAfter(), courier: cutAfter(scenario.atMostOnce), last: lostWithoutKey }));

    it.each(inject('seeds'))('facts twice, late and out of order, a table that stumbles: FAULT_SEED=%i', (seed) =>
      trial(seeded(seed)),
    );
  });
}
