import { expect, it } from 'vitest';
import { countdown, waitOf } from './wait.ts';

it('knows how long a lock still holds, and that other refusals do not open by waiting', () => {
  expect(waitOf({ title: 'Too many attempts', status: 429, retryAfter: 30 } as never)).toBe(30);
  expect(waitOf({ title: 'Too many attempts', status: 429 })).toBe(0);
  expect(waitOf({ title: 'Busy', status: 503, retryAfter: 30 } as never)).toBe(0);
  expect(waitOf(undefined)).toBe(0);
});

it('shows the wait as a clock', () => {
  expect([9, 60, 899].map(countdown)).toEqual(['0:09', '1:00', '14:59']);
});
