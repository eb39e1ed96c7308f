import { describe, expect, it } from 'vitest';
import { formatDate, formatMoney, formatNumber, formatRelative, formatTime } from './format.ts';

describe('money', () => {
  it('shows cents only when there are any', () => {
    expect(formatMoney(2_150_000, 'USD', 'en-US')).toBe('$21,500');
    expect(formatMoney(431_850, 'USD', 'en-US')).toBe('$4,318.50');
  });
  it('shortens large amounts and leaves small ones whole', () => {
    expect(formatMoney(11_230_000, 'USD', 'en-US', { compact: true })).toBe('$112.3K');
    expect(formatMoney(99_900, 'USD', 'en-US', { compact: true })).toBe('$999');
  });
  it('signs a change', () => {
    expect(formatMoney(230_000, 'USD', 'en-US', { sign: true })).toBe('+$2,300');
    expect(formatMoney(-214_000, 'USD', 'en-US', { sign: true })).toBe('−$2,140');
  });
});

it('groups plain numbers', () => {
  expect(formatNumber(10_000, 'en-US')).toBe('10,000');
  expect(formatNumber(-7, 'en-US')).toBe('−7');
});

describe('dates', () => {
  it('keeps a calendar date on its day in every zone', () => {
    expect(formatDate('2026-12-09', 'en-US', 'Pacific/Honolulu')).toBe('Dec 9, 2026');
    expect(formatDate('2026-12-09', 'en-US', 'Pacific/Auckland', { year: false, weekday: true })).toBe('Wed, Dec 9');
  });
  it('tells the year of what is not near', () => {
    const near = new Date('2026-11-22T12:00:00Z');
    const short = (iso: string) => formatDate(iso, 'en-US', 'UTC', { near });
    expect([short('2026-11-25'), short('2027-03-01'), short('2026-06-01T10:00:00Z')]).toEqual([
      'Nov 25',
      'Mar 1',
      'Jun 1',
    ]);
    expect([short('2024-11-25'), short('2026-02-24'), short('2027-07-01')]).toEqual([
      'Nov 25, 2024',
      'Feb 24, 2026',
      'Jul 1, 2027',
    ]);
  });
  it('shows an instant in the given zone', () => {
    expect(formatTime('2026-11-23T02:10:00Z', 'en-GB', 'America/Los_Angeles')).toBe('18:10');
    expect(formatDate('2026-11-23T02:10:00Z', 'en-US', 'America/Los_Angeles', { time: true })).toMatch(
      /^Nov 22, 2026, 6:10\sPM$/,
    );
  });
});

describe('times of day', () => {
  const zone = 'America/Los_Angeles';
  it('stand alone, as a span, and with their zone', () => {
    expect(formatTime('2026-12-09T18:00:00Z', 'en-US', zone)).toMatch(/^10:00\sAM$/);
    const until = '2026-12-09T19:00:00Z';
    expect(formatTime('2026-12-09T18:00:00Z', 'en-US', zone, { until })).toMatch(/^10:00\s–\s11:00\sAM$/);
    expect(formatTime('2026-12-09T18:00:00Z', 'en-GB', 'Europe/Berlin', { zone: true })).toBe('19:00 CET');
  });
});

describe('relative time', () => {
  const now = new Date('2026-11-23T18:00:00Z');
  const zone = 'America/Los_Angeles';
  it.each([
    ['2026-11-23T17:59:40Z', 'now'],
    ['2026-11-23T17:48:00Z', '12 min. ago'],
    ['2026-11-23T15:00:00Z', '3 hr. ago'],
    ['2026-11-22T18:00:00Z', 'yesterday'],
    ['2026-11-23', 'today'],
    ['2026-12-09', 'in 16 days'],
    ['2026-09-22', '2 mo. ago'],
    ['2029-11-20', 'in 3 yr.'],
  ])('says %s as %s', (iso, words) => {
    expect(formatRelative(iso, now, 'en-US', zone)).toBe(words);
  });
  it('counts days in the zone, not in UTC', () => {
    expect(formatRelative('2026-11-23', new Date('2026-11-24T05:00:00Z'), 'en-US', zone)).toBe('today');
  });
});
