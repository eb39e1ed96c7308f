import { describe, expect, test } from 'vitest';
import { fileName, NewReport } from './report.ts';
import type { FrozenScore } from './snapshot.ts';
import { isGivenUp, isStuck, mayStartAgain } from './stuck.ts';
import { costWords, formatsOf, scoreMessage } from './words.ts';

const score = (more: Partial<FrozenScore>): FrozenScore => ({
  asOf: '2026-11-22',
  points: 123,
  max: 268,
  percent: 45.9,
  history: [],
  events: [],
  areas: [],
  moves: [],
  controls: [],
  moreControls: 0,
  ...more,
});
const move = (percentPoints: number) => ({ title: 'x', area: '', userImpact: 'low' as const, percentPoints });

describe('the message of the Secure Score page', () => {
  test.each([
    [{}, 'Your score is 46%.'],
    [{ change: 0 }, 'Your score is 46%, unchanged over 30 days.'],
    [{ change: 2.9 }, 'Your score is 46%, up 3 points over 30 days.'],
    [{ change: -1 }, 'Your score is 46%, down 1 point over 30 days.'],
    [{ peers: 53.2 }, 'Your score is 46%, 7 points below organizations like yours.'],
    [{ peers: 46.2 }, 'Your score is 46%, level with organizations like yours.'],
    [{ change: 0, peers: 45 }, 'Your score is 46%, unchanged over 30 days and 1 point above organizations like yours.'],
    [{ moves: [move(3)] }, 'Your score is 46%. One change would lift it to 49%.'],
    [{ moves: [move(3), move(2.6), move(1.5)] }, 'Your score is 46%. Three changes would lift it to 53%.'],
    [{ moves: [move(0.1)] }, 'Your score is 46%.'],
  ])('for %j', (more, sentence) => {
    expect(scoreMessage(score(more))).toBe(sentence);
  });
});

describe('figures in words', () => {
  const us = formatsOf({ locale: 'en-US', timeZone: 'America/Los_Angeles', currency: 'USD' });

  test("money, dates and moments as the locale writes them, in the client's zone", () => {
    expect(us.money(2_150_000)).toBe('$21,500');
    expect(us.money(2_150_050)).toBe('$21,500.50');
    expect(us.shortMoney(2_000_000)).toBe('$20K');
    expect(us.day('2026-11-24T03:00:00.000Z')).toBe('Nov 23, 2026');
    expect(us.moment('2026-11-23T18:42:00.000Z').replaceAll('\u00a0', ' ')).toBe('Nov 23, 2026, 10:42 AM PST');
    const yen = formatsOf({ locale: 'ja-JP', timeZone: 'Asia/Tokyo', currency: 'JPY' });
    expect(yen.money(2_150)).toMatch(/2,150$/);
  });

  test('what recurs says so; nothing estimated says nothing', () => {
    expect(costWords({ oneTimeMinor: 480_000, monthlyMinor: 12_400, annualMinor: 0 }, us)).toBe(
      '$4,800 + $124 a month',
    );
    expect(costWords({ oneTimeMinor: 0, monthlyMinor: 0, annualMinor: 9_900 }, us)).toBe('$99 a year');
    expect(costWords({ oneTimeMinor: 0, monthlyMinor: 0, annualMinor: 0 }, us)).toBe('');
  });
});

describe('asking for a report', () => {
  const asked = {
    companyId: '01j9zq4xk3r8m2n5t7v9w1y3za',
    title: 'Review',
    period: { from: '2026-09-01', to: '2026-11-30' },
  };

  test('keeps the order chosen; the cover comes first, and each section is there once', () => {
    const sections = ['cover', 'decisions', 'budget'];
    expect(NewReport.parse({ ...asked, sections }).sections).toEqual(sections);
    for (const wrong of [[], ['budget', 'cover'], ['budget', 'budget'], ['weather']])
      expect(NewReport.safeParse({ ...asked, sections: wrong }).error?.issues[0]?.path[0], wrong.join()).toBe(
        'sections',
      );
  });

  test('is possible anew when it failed, or when nothing has moved it for a quarter of an hour', () => {
    const now = new Date('2026-11-23T10:00:00.000Z');
    const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
    expect(mayStartAgain({ status: 'failed', updatedAt: at(0) }, now)).toBe(true);
    expect(mayStartAgain({ status: 'rendering', updatedAt: at(15) }, now)).toBe(false);
    expect(mayStartAgain({ status: 'rendering', updatedAt: at(16) }, now)).toBe(true);
    expect(mayStartAgain({ status: 'finished', updatedAt: at(600) }, now)).toBe(false);
  });

  test('is started anew by the clock when it is stuck, not when it failed, and not for ever', () => {
    const now = new Date('2026-11-23T10:00:00.000Z');
    const updatedAt = new Date(now.getTime() - 16 * 60_000).toISOString();
    expect(isStuck({ status: 'queued', updatedAt }, now)).toBe(true);
    expect(isStuck({ status: 'failed', updatedAt }, now)).toBe(false);
    expect([1, 2, 3, 4].map((attempt) => isGivenUp({ attempt }))).toEqual([false, false, true, true]);
  });

  test('names the file in plain letters', () => {
    expect(fileName({ title: 'Überblick: Q4 / "2026"' }, 'Café Zoë')).toBe('Cafe-Zoe-Uberblick-Q4-2026.pdf');
    expect(fileName({ title: '計画' }, '株式会社')).toBe('report.pdf');
  });
});
