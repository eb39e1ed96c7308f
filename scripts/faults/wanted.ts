import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../build/prepare.ts';

/** What a run of the faults is asked to do. */
export interface Wanted {
  /** How many seeds, from 1 on. */
  seeds: number;
  /** This one alone, with every story. */
  seed?: number;
  /** This story or flow alone. */
  feature?: string;
  /** Rounds of `kill -9`. */
  kills: number;
  /** This round alone. */
  kill?: number;
  /** Every crash point of the flows, or the one that `point` names. */
  crashPoints: boolean;
  /** `17-before` */
  point?: string;
}

const SEEDS = 20;
/** One round of `kill -9` for so many seeds. */
const SEEDS_A_KILL = 20;

/** What declares a story and a flow; `m365` has tests of faults beside them and no story of its own. */
const DECLARES = { faults: 'survives(', 'crash-points': 'recoversEverywhere(' };

/** Features that have a story (`faults`) or a flow (`crash-points`). */
export const storiesOf = (kind: keyof typeof DECLARES): string[] =>
  globSync(`functions/*/${kind}.feature.test.ts`, { cwd: root })
    .filter((file) => readFileSync(join(root, file), 'utf8').includes(DECLARES[kind]))
    .map((file) => file.split('/')[1] ?? '')
    .sort();

function count(name: string, text: string | undefined, least = 1): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} takes a whole number from ${least} on, not "${text}".`);
  return value;
}

/**
 * Reads the command's arguments.
 * @throws a sentence that names the argument and what it takes
 */
export function wantedBy(args: string[]): Wanted {
  const { values } = parseArgs({
    args,
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      feature: { type: 'string' },
      kills: { type: 'string' },
      kill: { type: 'string' },
      'crash-points': { type: 'boolean', default: false },
      point: { type: 'string' },
    },
  });
  const { feature, point, 'crash-points': crashPoints } = values;
  const stories = storiesOf(crashPoints ? 'crash-points' : 'faults');
  if (feature !== undefined && !stories.includes(feature))
    throw new Error(
      `--feature: there is no ${crashPoints ? 'flow' : 'story'} of "${feature}". There are: ${stories.join(', ')}.`,
    );
  if (values.seeds !== undefined && values.seed !== undefined)
    throw new Error('--seeds plays many and --seed one: give one of the two.');
  if (crashPoints && (values.seeds ?? values.seed) !== undefined)
    throw new Error('--crash-points tries every call and takes no seeds: leave --seeds and --seed out.');
  if (point !== undefined && (!crashPoints || feature === undefined || !/^\d+-(before|after)$/.test(point)))
    throw new Error('--point replays one crash point, as in --crash-points --feature reports --point 17-before.');
  if (values.kill !== undefined && Object.keys(values).some((name) => !['kill', 'crash-points'].includes(name)))
    throw new Error('--kill replays one round of kill -9 and nothing else: leave the other arguments out.');
  const [seeds = SEEDS, seed, kill] = [
    count('seeds', values.seeds),
    count('seed', values.seed),
    count('kill', values.kill),
  ];
  const whole = seed === undefined && feature === undefined && !crashPoints;
  const kills = count('kills', values.kills, 0) ?? (whole ? Math.ceil(seeds / SEEDS_A_KILL) : 0);
  return { seeds, seed, feature, kills, kill, crashPoints, point };
}
