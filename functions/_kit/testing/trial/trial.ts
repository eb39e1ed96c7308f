import { isContractProcedure } from '@orpc/contract';
import { describe, expect, inject, it } from 'vitest';
import { FEATURE_SPECS } from '../../../../infra/feature-specs.ts';
import { Faults } from '../../../../scripts/local/faults.ts';
import { note } from '../../../../scripts/testing/record.ts';
import { FEATURES, type Feature } from '../../../../shared/kernel/features.ts';
import { crashing, lostWithoutKey, unsteady } from './client.ts';
import { cuttingOff, unruly } from './courier.ts';
import { differences } from './ending.ts';
import { FAIR, type Outcome, run, type Weather } from './run.ts';
import type { Scenario } from './scenario.ts';

export type { Hand, Scenario } from './scenario.ts';

/** In every fourth seed workers die too. The others leave that to the crashes, which are slow and kill each of them anyway. */
const STORM = 4;

/** A seed's weather. @param atMostOnce a handler that dies over a mail leaves it undone, so here they live */
function seeded(seed: number, atMostOnce = false): Weather & { injected: Record<string, number> } {
  const chance = new Faults(seed);
  const injected: Record<string, number> = {};
  const kills = seed % STORM === 0;
  return {
    send: unsteady(chance, kills),
    courier: unruly(chance, { kills: kills && !atMostOnce, injected }),
    last: lostWithoutKey,
    injected,
  };
}

/** The seeds of this run that are dealt to a feature: all of them, or each fifth when `spread` is 5. */
const seedsOf = (feature: Feature): number[] =>
  inject('seeds').filter((seed) => (seed + FEATURES.indexOf(feature)) % inject('spread') === 0);

/** The writes of a feature's contract. */
function writesOf(feature: Feature): string[] {
  return Object.entries(FEATURE_SPECS[feature]?.api ?? {}).flatMap(([name, operation]) =>
    isContractProcedure(operation) && operation['~orpc'].route.method !== 'GET' ? [name] : [],
  );
}

/**
 * Declares the trials of a feature: its story ends alike in fair weather, when every write loses its table and then its
 * answer while every subscriber dies before and after its commit, and under seeds that deliver facts late, twice and out of
 * order.
 */
export function survives<World extends { mspId: string }>(scenario: Scenario<World>): void {
  const { feature, elsewhere = {} } = scenario;
  let fair: Promise<Outcome> | undefined;
  const undisturbed = () => {
    fair ??= run(scenario, FAIR);
    return fair;
  };
  const trial = async (weather: Weather & { injected?: Record<string, number> }, seed?: number) => {
    const [expected, found] = await Promise.all([undisturbed(), run(scenario, weather)]);
    const { checked, wrong } = found.looked;
    const differing = differences(expected.picture, found.picture);
    note(inject('record'), {
      feature,
      seed,
      injected: weather.injected ?? {},
      checked,
      wrong: [...wrong, ...differing],
    });
    expect(wrong).toEqual([]);
    expect(found.picture).toEqual(expected.picture);
    expect(found.answers).toEqual(expected.answers);
  };

  describe(`${feature} under trial`, { timeout: 120_000 }, () => {
    it('every write and every subscriber takes part', async () => {
      const { answers, subscribers, looked } = await undisturbed();
      const tried = new Set([...answers.map(({ operation }) => operation), ...Object.keys(elsewhere)]);
      expect(writesOf(feature).filter((name) => !tried.has(name))).toEqual([]);
      const declared = Object.keys(FEATURE_SPECS[feature]?.on ?? {}).map((name) => `${feature}-on-${name}`);
      expect(declared.filter((name) => !subscribers.has(name))).toEqual([]);
      expect(looked.wrong).toEqual([]);
    });

    it('nothing happens or all, once, when tables are out of reach, answers are lost and handlers die around their commits', () =>
      trial({ send: crashing(), courier: cuttingOff(scenario.atMostOnce), last: lostWithoutKey }));

    it.each(seedsOf(feature))('facts twice, late and out of order, a table that stumbles: FAULT_SEED=%i', (seed) =>
      trial(seeded(seed, scenario.atMostOnce), seed),
    );
  });
}
