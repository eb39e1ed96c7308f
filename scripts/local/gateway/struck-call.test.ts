import { expect, it } from 'vitest';
import type { FaultEffect } from '../faults.ts';
import type { AwsCall } from './aws-call.ts';
import { Broken, makeStruck } from './struck-call.ts';

/** Makes one call under a fault: whether it was applied, and what the caller saw. */
async function struckBy(effect: FaultEffect) {
  let applied = 0;
  const call = { service: 'dynamodb', operation: 'PutItem', struck: [{ effect }], caller: {} } as unknown as AwsCall;
  const seen = await makeStruck(call, async () => {
    applied += 1;
    return { status: 200, headers: {}, body: '' };
  }).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof Broken ? 'broken' : error),
  );
  return { applied, seen };
}

it.each([
  ['throttle', { applied: 0, seen: 400 }],
  ['timeout-before', { applied: 0, seen: 'broken' }],
  ['timeout-after', { applied: 1, seen: 'broken' }],
  ['fail-after', { applied: 1, seen: 400 }],
] as const)('%s', async (effect, expected) => {
  expect(await struckBy(effect)).toEqual(expected);
});
