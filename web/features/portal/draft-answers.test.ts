import { describe, expect, it } from 'vitest';
import type { PortalBudget } from '../../../shared/portal/portal.ts';
import { decide, explain, messagesOf, recalled, sumOf, written } from './draft-answers.ts';

const budget = (budgetId: string, statuses: Record<string, string>, sentVersion = 1) =>
  ({
    budgetId,
    sentVersion,
    lines: Object.entries(statuses).map(([budgetLineId, status]) => ({ budgetLineId, status, amountMinor: 100 })),
  }) as unknown as PortalBudget;
const budgets = [budget('one', { a: 'pending', b: 'pending', old: 'approved' }), budget('two', { c: 'pending' })];

describe('answers that are chosen and not sent', () => {
  it('hold for a whole group, and are taken back by choosing the same again', () => {
    const chosen = decide({}, ['a', 'b'], 'approved');
    expect(Object.keys(chosen)).toEqual(['a', 'b']);
    expect(decide(chosen, ['a', 'b'], 'approved')).toEqual({});
    expect(decide(chosen, ['a'], 'rejected').a).toEqual({ decision: 'rejected', comment: '' });
  });

  it('keep a reason that was typed when the mind changes and changes back', () => {
    const typed = explain({}, ['a'], 'After the lease');
    expect(decide(decide(typed, ['a'], 'approved'), ['a'], 'rejected').a?.comment).toBe('After the lease');
  });

  it('add up, and name the lines that are turned down without a reason', () => {
    const draft = { ...decide({}, ['a'], 'approved'), ...explain({}, ['b'], '  ') };
    expect(sumOf(budgets, draft)).toEqual({
      approved: 1,
      approvedMinor: 100,
      rejected: 1,
      open: 1,
      unexplained: ['b'],
    });
  });

  it('go out one message a budget, without what was answered before', () => {
    const draft = decide(explain({}, ['b'], ' Later '), ['a', 'old', 'c'], 'approved');
    expect(messagesOf(budgets, draft)).toEqual([
      {
        budgetId: 'one',
        sentVersion: 1,
        answers: [
          { budgetLineId: 'a', decision: 'approved', comment: '' },
          { budgetLineId: 'b', decision: 'rejected', comment: 'Later' },
        ],
      },
      { budgetId: 'two', sentVersion: 1, answers: [{ budgetLineId: 'c', decision: 'approved', comment: '' }] },
    ]);
    expect(messagesOf(budgets, {})).toEqual([]);
  });

  it('are remembered as long as the line waits and says the same, whatever else is sent', () => {
    const text = written(budgets, decide({}, ['a', 'c'], 'approved'));
    expect(Object.keys(recalled(budgets, text))).toEqual(['a', 'c']);
    const more = [budget('one', { a: 'pending', fresh: 'pending' }, 2), budget('two', { c: 'pending' })];
    expect(Object.keys(recalled(more, text))).toEqual(['a', 'c']);
    const [dearer] = more.map((one) => ({ ...one, lines: one.lines.map((line) => ({ ...line, unitMinor: 200 })) }));
    expect(recalled([dearer as PortalBudget], text)).toEqual({});
    expect(recalled([budget('one', { a: 'approved' }), budget('two', { c: 'rejected' })], text)).toEqual({});
  });

  it('are none in a browser that remembers nothing, or half of it', () => {
    expect(recalled(budgets, null)).toEqual({});
    expect(recalled(budgets, '{"draft":')).toEqual({});
  });
});
