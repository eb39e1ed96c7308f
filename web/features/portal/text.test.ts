import { expect, it } from 'vitest';
import { fileSize, greeting } from './text.ts';

it('greets by the clock of the person, and by the whole name after a title', () => {
  const now = new Date('2026-11-23T19:30:00Z');
  expect(greeting('Karen Doyle', now, 'America/Los_Angeles')).toBe('Good morning, Karen');
  expect(greeting('Karen Doyle', now, 'America/New_York')).toBe('Good afternoon, Karen');
  expect(greeting('Dr. Ellen Marsh', now, 'Europe/Berlin')).toBe('Good evening, Dr. Ellen Marsh');
});

it('says how large a file is', () => {
  expect([fileSize(411_200, 'en-US'), fileSize(1_290_000, 'en-US')]).toEqual(['412 kB', '1.3 MB']);
});
