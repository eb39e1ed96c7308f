import { expect, test } from 'vitest';
import { newToken } from '../../new-id.ts';
import { comparable } from './picture.ts';

test('what is drawn anew in each run compares as equal, also a secret that happens to have no digit', () => {
  expect(comparable('fAyHqfvVczRQSWWIWZedzQKg_AWVkruTVIFb-SJ_mXs')).toBe('#');
  for (let drawn = 0; drawn < 5000; drawn += 1) expect(comparable(newToken())).toBe('#');
});

test('words of the product stay: they are what two runs are compared by', () => {
  const words = 'settings/sign-in/second-factor/recovery-codes';
  expect(comparable({ words, at: '2026-11-22T10:00:00.000Z' })).toEqual({ words, at: '@' });
});
