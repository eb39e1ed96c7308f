import { type Counts, type Hosted, type Played, sum, VERDICTS } from '../testing/record.ts';
import type { Results } from '../testing/run-tests.ts';

/** What all parts of a run have brought. */
export interface Brought {
  runs: readonly Played[];
  clouds: readonly Hosted[];
  results: readonly Results[];
  /** Parts that did not come to their end. */
  cutOff: readonly string[];
}

/** What the local cloud calls an effect, and what the table does. */
const WORDS: Record<string, string> = {
  throttle: 'throttled',
  'timeout-before': 'timed out before',
  'timeout-after': 'timed out after',
  'fail-after': 'failed after',
  'kill-worker-before': 'worker killed before',
  'kill-worker-after': 'worker killed after',
};

/** The command that plays a run again. */
function replayOf({ feature, seed, point }: Pick<Played, 'feature' | 'seed' | 'point'>): string {
  if (feature === undefined) return `npm run faults -- --kill ${seed}`;
  if (point !== undefined) return `npm run faults -- --crash-points --feature ${feature} --point ${point}`;
  return `npm run faults -- --seed ${seed} --feature ${feature}`;
}

/** Tests that failed although nobody noted what was wrong: a story that broke off, a host that did not come up. */
function brokenOff({ runs, results }: Brought): string[] {
  const told = new Set(runs.filter(({ wrong }) => wrong.length > 0).map(replayOf));
  return results.flatMap(({ testResults }) =>
    testResults.flatMap(({ name, message, assertionResults }) => {
      const [, feature] = /functions\/([\w-]+)\//.exec(name) ?? [];
      const isFlow = name.includes('crash-points');
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0 && message) return [`${name}: ${firstLine(message)}`];
      if (isFlow && runs.some((run) => run.feature === feature && run.wrong.length > 0)) return [];
      return failed.flatMap(({ fullName, failureMessages: [why = ''] }) => {
        const seed = Number(/(?:FAULT_SEED=|, seed )(\d+)$/.exec(fullName)?.[1]);
        const again = isFlow ? `npm run faults -- --crash-points --feature ${feature}` : replayOf({ feature, seed });
        return told.has(again) ? [] : [`${again}   # broke off: ${firstLine(why)}`];
      });
    }),
  );
}

const firstLine = (text: string) => (text.split('\n')[0] ?? '').slice(0, 200);
const listed = (counts: Counts) =>
  Object.entries(counts)
    .map(([name, count]) => `  ${name.padEnd(24)} ${count.toLocaleString('en-US').padStart(10)}`)
    .join('\n');

/**
 * The report of a run as text, and whether all went well.
 * @param minutes how long it took
 */
export function reportOf(brought: Brought, minutes: number): { text: string; well: boolean } {
  const { runs, clouds } = brought;
  const struck = sum(...clouds.map((cloud) => cloud.struck));
  const named = Object.entries(struck).flatMap(([effect, count]) => (WORDS[effect] ? [[WORDS[effect], count]] : []));
  const keys = sum(...clouds.map(({ keys: seen }) => ({ requests: seen.requests, keys: seen.keys })));
  const foreign = clouds.flatMap((cloud) => cloud.keys.foreign);
  const wrong = runs.flatMap((run) => run.wrong);
  const verdicts = VERDICTS.map((verdict) => {
    const count = wrong.filter((one) => one.verdict === verdict).length;
    return `${verdict === 'foreign' ? Math.max(count, foreign.length) : count} ${LABELS[verdict]}`;
  });
  const failures = [
    ...runs.flatMap((run) =>
      run.wrong.slice(0, 1).map(({ verdict, says }) => `${replayOf(run)}   # ${verdict}: ${firstLine(says)}`),
    ),
    ...brokenOff(brought),
    ...foreign.map((says) => `# foreign: ${says}`),
    ...brought.cutOff.map((part) => `# cut off before its end: ${part}`),
  ];
  const seeds = new Set(runs.flatMap(({ feature, seed }) => (feature && seed ? [seed] : [])));
  const points = runs.filter(({ point }) => point).length;
  const hosts = runs.filter(({ feature }) => !feature).length;
  const counted = sum(...runs.map(({ checked }) => checked));
  const text = [
    `Runs ${runs.length}, seeds ${seeds.size}, crash points ${points}, kills of the host ${hosts}; ${minutes.toFixed(1)} minutes.`,
    '',
    'Injected',
    listed({ ...Object.fromEntries(named), ...sum(...runs.map(({ injected }) => injected)) }),
    'Checked',
    listed({ ...counted, 'requests with keys': keys.requests ?? 0, 'keys in them': keys.keys ?? 0 }),
    '',
    `${verdicts.join(', ')}; ${failures.length} failures.`,
    ...failures.map((line) => `  ${line}`),
  ].join('\n');
  return { text, well: failures.length === 0 && runs.length > 0 };
}

const LABELS: Record<(typeof VERDICTS)[number], string> = {
  lost: 'lost',
  doubled: 'doubled',
  drift: 'drift',
  foreign: 'cross-MSP keys',
  leaked: 'secrets told',
};
