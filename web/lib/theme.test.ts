import { expect, it } from 'vitest';
import { resolveTheme } from './theme.ts';

it('follows the system until a person chooses', () => {
  expect(resolveTheme(null, true)).toBe('dark');
  expect(resolveTheme(null, false)).toBe('light');
  expect(resolveTheme('system', true)).toBe('dark');
});

it('keeps the choice against the system', () => {
  expect(resolveTheme('light', true)).toBe('light');
  expect(resolveTheme('dark', false)).toBe('dark');
});

it('treats an unknown stored word as no choice', () => {
  expect(resolveTheme('sepia', true)).toBe('dark');
});
