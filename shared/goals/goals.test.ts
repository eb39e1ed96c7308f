import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/calendar.ts';
import { type Goal, HEALTHS, NewGoal } from './goal.ts';
import { goalSummary } from './goal-summary.ts';
import { healthOf, timePassed } from './health.ts';
import { measureProgress, NO_WORK, workOf, workProgress } from './progress.ts';
import { byUrgency, shownProgress, standingOf, weighed } from './standing.ts';

const piece = fc.record({
  hours: fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4),
  isDone: fc.boolean(),
});
const pieces = fc.array(piece, { maxLength: 30 });
const figure = fc.double({ min: 0, max: 1_000_000, noNaN: true });

describe('progress by work', () => {
  it('is hours done of all hours, and counts items as long as one has no hours', () => {
    const [done, open] = [
      { hours: 30, isDone: true },
      { hours: 10, isDone: false },
    ];
    expect(workProgress(workOf([done, open]))).toBe(75);
    expect(workProgress(workOf([done, open, { hours: 0, isDone: false }]))).toBe(33);
    expect(workProgress(NO_WORK)).toBe(0);
  });

  it('stays within 0 and 100, and is whole exactly when all is done', () => {
    fc.assert(
      fc.property(pieces, (some) => {
        const progress = workProgress(workOf(some));
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(100);
        expect(progress === 100).toBe(some.length > 0 && some.every(({ isDone }) => isDone));
      }),
    );
  });

  it('never falls when a piece is done, and knows no order', () => {
    fc.assert(
      fc.property(pieces, piece, (some, next) => {
        const before = workProgress(workOf([...some, { ...next, isDone: false }]));
        const after = workProgress(workOf([...some, { ...next, isDone: true }]));
        expect(after).toBeGreaterThanOrEqual(before);
        expect(workOf(some.toReversed())).toEqual(workOf(some));
      }),
    );
  });
});

describe('progress of a figure', () => {
  const at = (baseline: number, target: number, current?: number) =>
    measureProgress({
      metric: 'secure-score',
      unit: 'percent',
      baseline,
      target,
      ...(current === undefined ? {} : { current }),
    });

  it('goes from its start to its target, up or down', () => {
    expect(at(50, 75, 60)).toBe(40);
    expect(at(60_000, 10_000, 35_000)).toBe(50);
    expect(at(50, 75)).toBe(0);
    expect(at(50, 75, 40)).toBe(0);
    expect(at(50, 75, 90)).toBe(100);
    expect([at(50, 50, 50), at(50, 50, 40)]).toEqual([100, 0]);
  });

  it('is 0 at the start, 100 at the target and beyond, and never falls on the way there', () => {
    fc.assert(
      fc.property(figure, figure, figure, figure, (baseline, target, one, other) => {
        fc.pre(Math.abs(baseline - target) > 1e-3);
        expect(at(baseline, target, baseline)).toBe(0);
        expect(at(baseline, target, target)).toBe(100);
        const [near, far] = Math.abs(one - target) < Math.abs(other - target) ? [one, other] : [other, one];
        const onTheWay = (value: number) => value >= Math.min(baseline, target) && value <= Math.max(baseline, target);
        if (onTheWay(near) && onTheWay(far)) {
          expect(at(baseline, target, near)).toBeGreaterThanOrEqual(at(baseline, target, far));
        }
      }),
    );
  });
});

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2026-01-01', days));
const rank = (health: Goal['health']) => HEALTHS.indexOf(health);

describe('health by rule', () => {
  const course = { startDate: '2026-01-01', targetDate: '2026-12-31' };
  it('holds progress against the time that has passed', () => {
    expect(timePassed({ ...course, progress: 0 }, '2026-07-02')).toBe(50);
    expect(healthOf({ ...course, progress: 40 }, '2026-07-02')).toBe('on-track');
    expect(healthOf({ ...course, progress: 30 }, '2026-07-02')).toBe('at-risk');
    expect(healthOf({ ...course, progress: 10 }, '2026-07-02')).toBe('off-track');
  });

  it('is off track on the day after the target date, and on track without one or when it is reached', () => {
    expect(healthOf({ ...course, progress: 99 }, '2026-12-31')).toBe('on-track');
    expect(healthOf({ ...course, progress: 99 }, '2027-01-01')).toBe('off-track');
    expect(healthOf({ ...course, progress: 100 }, '2027-01-01')).toBe('on-track');
    expect(healthOf({ startDate: '2020-01-01', progress: 0 }, '2027-01-01')).toBe('on-track');
    expect(healthOf({ targetDate: '2027-01-01', progress: 0 }, '2026-12-01')).toBe('on-track');
  });

  it('never gets better by time alone, nor worse by progress alone', () => {
    fc.assert(
      fc.property(
        day,
        day,
        day,
        fc.nat(100),
        fc.nat(100),
        fc.nat(400),
        (startDate, targetDate, today, one, other, days) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)];
          const now = healthOf({ startDate, targetDate, progress: less }, today);
          const later = healthOf({ startDate, targetDate, progress: less }, addDays(today, days));
          expect(rank(later)).toBeGreaterThanOrEqual(rank(now));
          expect(rank(healthOf({ startDate, targetDate, progress: more }, today))).toBeLessThanOrEqual(rank(now));
        },
      ),
    );
  });
});

const goal = (goalId: string, more: Partial<Goal> = {}) =>
  ({
    goalId,
    title: goalId,
    status: 'active',
    health: 'on-track',
    progress: 0,
    progressMode: 'manual',
    work: NO_WORK,
    ...more,
  }) as Goal;

describe('where a goal stands', () => {
  it('follows the rule unless a person says otherwise, and its mode', () => {
    const late = goal('late', { startDate: '2026-01-01', targetDate: '2026-02-01', progress: 10 });
    expect(weighed(late, '2026-03-01')).toMatchObject({ progress: 10, health: 'off-track' });
    expect(weighed({ ...late, healthByHand: 'at-risk' }, '2026-03-01').health).toBe('at-risk');
    const work = { items: 2, done: 1, hours: 8, hoursDone: 6, unsized: 0 };
    expect(weighed({ ...late, progressMode: 'from-planner', work }, '2026-03-01').progress).toBe(75);
    expect(weighed({ ...late, progressMode: 'from-metric' }, '2026-03-01').progress).toBe(0);
  });

  it('stays as it was when it is closed, and what is achieved reads as whole', () => {
    const achieved = goal('done', { status: 'achieved', progress: 80, targetDate: '2026-01-01' });
    expect(weighed(achieved, '2027-01-01')).toEqual(achieved);
    expect([standingOf(achieved), shownProgress(achieved), shownProgress(goal('open', { progress: 80 }))]).toEqual([
      'achieved',
      100,
      80,
    ]);
  });
});

describe('a client’s goals in figures', () => {
  it('count by standing and name what needs a look first', () => {
    const goals = [
      goal('calm', { targetDate: '2026-02-01' }),
      goal('given-up', { status: 'abandoned' }),
      goal('wanted', { status: 'proposed' }),
      goal('late', { health: 'off-track', targetDate: '2026-09-01' }),
      goal('later', { health: 'off-track' }),
      goal('shaky', { health: 'at-risk' }),
    ];
    const { open, byStanding, first } = goalSummary(goals);
    expect([open, byStanding['off-track'], byStanding.abandoned, byStanding.achieved]).toEqual([5, 2, 1, 0]);
    expect(first.map(({ goalId }) => goalId)).toEqual(['late', 'later', 'shaky', 'calm']);
    expect(goals.toSorted(byUrgency).at(-1)?.goalId).toBe('given-up');
  });
});

describe('a new goal', () => {
  const companyId = '01j9zq4xk3r8m2n5t7v9w1y3za';
  it('that follows a figure names it', () => {
    const refused = NewGoal.safeParse({ companyId, title: 'Secure', progressMode: 'from-metric' });
    expect(refused.error?.issues).toMatchObject([{ path: ['measure'], message: expect.stringContaining('target') }]);
    const measure = { metric: 'secure-score', target: 75 };
    expect(NewGoal.safeParse({ companyId, title: 'Secure', progressMode: 'from-metric', measure }).success).toBe(true);
  });
});
