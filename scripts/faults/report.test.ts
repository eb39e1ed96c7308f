import { expect, it } from 'vitest';
import type { Played } from '../testing/record.ts';
import type { Results } from '../testing/run-tests.ts';
import { reportOf } from './report.ts';

const played = (run: Partial<Played>): Played => ({ injected: {}, checked: {}, wrong: [], ...run });
const cloud = (foreign: string[] = []) => ({
  struck: { throttle: 3, delay: 9, 'kill-worker-after': 1 },
  keys: { requests: 40, keys: 50, foreign },
});
const failed = (name: string, fullName: string): Results => ({
  numPassedTests: 0,
  numFailedTests: 1,
  testResults: [
    { name, message: '', assertionResults: [{ fullName, status: 'failed', failureMessages: ['Error: why\n at x'] }] },
  ],
});

it('counts what was injected and checked, and tells nothing lost, doubled, drifted or foreign', () => {
  const runs = [
    played({ feature: 'goals', seed: 1, injected: { duplicated: 2 }, checked: { records: 20 } }),
    played({ feature: 'planner', seed: 1, injected: { duplicated: 1 }, checked: { records: 30 } }),
    played({ seed: 1, injected: { 'host killed': 1 } }),
  ];
  const { text, well } = reportOf({ runs, clouds: [cloud()], results: [], cutOff: [] }, 1.5);
  expect(well).toBe(true);
  expect(text).toContain('Runs 3, seeds 1, crash points 0, kills of the host 1; 1.5 minutes.');
  for (const line of [
    /throttled +3\n/,
    /worker killed after +1\n/,
    /duplicated +3\n/,
    /records +50\n/,
    /keys in them +50\n/,
  ])
    expect(text).toMatch(line);
  expect(text).not.toContain('delay');
  expect(text).toContain('0 lost, 0 doubled, 0 drift, 0 cross-MSP keys, 0 secrets told; 0 failures.');
});

it('gives each failure the command that plays it again', () => {
  const wrong = [{ verdict: 'lost' as const, says: 'Missing: a goal' }];
  const runs = [
    played({ feature: 'goals', seed: 17, wrong }),
    played({ feature: 'reports', point: '4-after', wrong }),
    played({ seed: 7, wrong }),
  ];
  const results = [
    failed('/x/functions/goals/faults.feature.test.ts', 'goals under trial facts twice: FAULT_SEED=17'),
    failed('/x/functions/views/faults.feature.test.ts', 'views under trial facts twice: FAULT_SEED=3'),
    failed('/x/functions/reports/crash-points.feature.test.ts', 'crash points of reports end alike'),
  ];
  const { text, well } = reportOf(
    { runs, clouds: [cloud(['Query names keys of b.'])], results, cutOff: ['Killing the host'] },
    1,
  );
  expect(well).toBe(false);
  expect(text.split('\n').slice(-7)).toEqual([
    '3 lost, 0 doubled, 0 drift, 1 cross-MSP keys, 0 secrets told; 6 failures.',
    '  npm run faults -- --seed 17 --feature goals   # lost: Missing: a goal',
    '  npm run faults -- --crash-points --feature reports --point 4-after   # lost: Missing: a goal',
    '  npm run faults -- --kill 7   # lost: Missing: a goal',
    '  npm run faults -- --seed 3 --feature views   # broke off: Error: why',
    '  # foreign: Query names keys of b.',
    '  # cut off before its end: Killing the host',
  ]);
});

it('is not well when nothing was played', () => {
  expect(reportOf({ runs: [], clouds: [], results: [], cutOff: [] }, 0).well).toBe(false);
});
