import type { Tests } from '../testing/run-tests.ts';
import { storiesOf, type Wanted } from './wanted.ts';

/** Each seed is played by one of so many stories: 200 seeds are forty for each, and half an hour. */
const SPREAD = 5;

/** A part of the run, in words and as tests. */
export interface Part {
  title: string;
  tests: Tests;
}

const files = (kind: 'faults' | 'crash-points', feature = '*') =>
  (feature === '*' ? storiesOf(kind) : [feature]).map((one) => `functions/${one}/${kind}.feature.test.ts`);

function stories({ seeds, seed, feature }: Wanted, port: number): Part {
  const alone = seed !== undefined || feature !== undefined;
  const which = seed === undefined ? `seeds 1 to ${seeds}` : `seed ${seed}`;
  const who = feature ? `the story of ${feature}` : alone ? 'every story' : `one story in ${SPREAD} each`;
  return {
    title: `Playing ${which}, ${who}`,
    tests: {
      projects: ['trials'],
      port,
      args: ['--silent=true', '-t', 'FAULT_SEED', ...files('faults', feature)],
      variables: {
        ...(seed === undefined ? { FAULT_SEEDS: String(seeds) } : { FAULT_SEED: String(seed) }),
        FAULT_SPREAD: String(alone ? 1 : SPREAD),
      },
    },
  };
}

function crashes({ feature, point }: Wanted, port: number): Part {
  return {
    title: `Killing a worker at ${point ? `crash point ${point}` : 'every call'} of ${feature ?? 'each flow'}`,
    tests: {
      projects: ['trials'],
      port,
      args: ['--silent=true', ...files('crash-points', feature)],
      variables: { CRASH_POINTS: point ?? 'all' },
    },
  };
}

function kills({ kills: rounds, kill }: Wanted, port: number): Part {
  return {
    title: kill === undefined ? `Killing the host ${rounds} times` : `Killing the host by seed ${kill}`,
    tests: {
      projects: ['rules'],
      port,
      args: ['--silent=true', 'scripts/testing/kill'],
      variables: kill === undefined ? { FAIRLEAD_KILL_SEEDS: String(rounds) } : { FAIRLEAD_KILL_SEED: String(kill) },
    },
  };
}

/** What is to be run for what is wanted, one after the other. */
export function partsOf(wanted: Wanted, port: number): Part[] {
  if (wanted.kill !== undefined) return [kills(wanted, port)];
  if (wanted.crashPoints) return [crashes(wanted, port)];
  return [stories(wanted, port), ...(wanted.kills > 0 ? [kills(wanted, port)] : [])];
}
