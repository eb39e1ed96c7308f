import { expect, it } from 'vitest';
import { cx } from './cx.ts';

it('keeps a text colour beside one of our font sizes', () => {
  expect(cx('text-accent-ink', 'text-13')).toBe('text-accent-ink text-13');
  expect(cx('text-ink-2 text-control', 'text-ink')).toBe('text-control text-ink');
});

it('lets the later size win', () => {
  expect(cx('text-13', 'text-22')).toBe('text-22');
  expect(cx('h-control', 'h-8')).toBe('h-8');
  expect(cx('min-h-row rounded-card', 'min-h-row2 rounded-none')).toBe('min-h-row2 rounded-none');
});
