import { expect, it } from 'vitest';
import { unavailable } from './unavailable.ts';

const failed = (attempts?: number) => Object.assign(new Error('socket hang up'), { $metadata: { attempts } });

it('an AWS call that failed to the last attempt is told as 503, to be tried again', () => {
  expect(unavailable(failed(4))).toMatchObject({
    status: 503,
    code: 'service.unavailable',
    extras: { retryAfter: 2 },
  });
});

it.each([failed(1), failed(), new Error('a mistake of ours'), null, 'text'])('any other error is not: %s', (error) => {
  expect(unavailable(error)).toBeUndefined();
});
