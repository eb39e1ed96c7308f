import { expect, it } from 'vitest';
import { countdown } from './countdown.ts';

it('shows the time left of a wait, rounded up, and never less than nothing', () => {
  expect([37_400, 725_000, 0, -5_000].map(countdown)).toEqual(['0:38', '12:05', '0:00', '0:00']);
});
