import { expect, it } from 'vitest';
import { shownQuarters } from './quarters.ts';

it('shows two years, and more only where work needs it', () => {
  expect(shownQuarters('2026-11-23', 1, [])).toHaveLength(8);
  expect(shownQuarters('2026-11-23', 1, [undefined, '2027-01-01', '2025-01-01'])).toHaveLength(8);
  expect(shownQuarters('2026-11-23', 1, ['2028-11-01'])).toHaveLength(9);
  expect(shownQuarters('2026-11-23', 1, ['2040-01-01'])).toHaveLength(12);
});
