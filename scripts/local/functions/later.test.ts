import { describe, expect, it } from 'vitest';
import { Activity } from '../activity.ts';
import { Closing } from './failure.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { LaterInvocations } from './later.ts';

const fn = { name: 'f' } as LambdaFunction;

async function run(outcomes: (Error | undefined)[]) {
  const activity = new Activity();
  const complaints: object[] = [];
  let calls = 0;
  const invoke = async () => {
    const outcome = outcomes[calls++];
    if (outcome) throw outcome;
  };
  new LaterInvocations(invoke, activity, (line) => complaints.push(line)).start(fn, {});
  await activity.idle(5000);
  return { calls, complaints: complaints.length };
}

describe('an asynchronous invocation', () => {
  it('is tried up to three times', async () => {
    expect(await run([undefined])).toEqual({ calls: 1, complaints: 0 });
    expect(await run([new Error('a'), undefined])).toEqual({ calls: 2, complaints: 1 });
    expect(await run([new Error('a'), new Error('b'), new Error('c'), undefined])).toEqual({ calls: 3, complaints: 3 });
  });

  it('ends quietly when the cloud closes', async () => {
    expect(await run([new Closing()])).toEqual({ calls: 1, complaints: 0 });
  });
});
