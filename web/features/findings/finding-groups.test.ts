import { expect, it } from 'vitest';
import type { FindingRow, Risk } from '../../../shared/findings/finding.ts';
import { daysSince, firstSentence, groupsByRisk } from './finding-groups.ts';

const row = (findingId: string, risk: Risk, estimate?: FindingRow['estimate']) =>
  ({ findingId, risk, estimate }) as FindingRow;

it('puts the worst first and keeps the order within a risk', () => {
  const groups = groupsByRisk([row('a', 'low'), row('b', 'critical'), row('c', 'low')]);
  expect(groups.map(({ risk, rows }) => [risk, rows.map((each) => each.findingId)])).toEqual([
    ['critical', ['b']],
    ['low', ['a', 'c']],
  ]);
});

it('says what a group may cost only where the sum makes sense', () => {
  const [usd] = groupsByRisk([
    row('a', 'high', { minor: 100, currency: 'USD' }),
    row('b', 'high', { minor: 250, currency: 'USD' }),
    row('c', 'high'),
  ]);
  expect(usd?.toFix).toEqual({ minor: 350, currency: 'USD' });
  const [mixed] = groupsByRisk([
    row('a', 'high', { minor: 100, currency: 'USD' }),
    row('b', 'high', { minor: 250, currency: 'EUR' }),
  ]);
  expect(mixed?.toFix).toBeUndefined();
  expect(groupsByRisk([row('a', 'high')])[0]?.toFix).toBeUndefined();
});

it('says in a row what stands first', () => {
  expect(firstSentence('Anyone can send mail. Nobody stops it.')).toBe('Anyone can send mail.');
  expect(firstSentence('p=none since 2.4')).toBe('p=none since 2.4');
});

it('counts whole days, and none for what lies ahead', () => {
  expect(daysSince('2026-11-01T12:00:00.000Z', new Date('2026-11-03T11:00:00.000Z'))).toBe(1);
  expect(daysSince('2026-11-05T12:00:00.000Z', new Date('2026-11-03T11:00:00.000Z'))).toBe(0);
});
