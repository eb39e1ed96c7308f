import { describe, expect, test } from 'vitest';
import { GROUPS, groupsOf, isFor, KINDS, kindsIn, switched } from './kinds.ts';
import { Notification } from './notification.ts';
import { PreferencesChange } from './preferences.ts';

describe('what people are told about', () => {
  test('is every kind of notification, each in one group, and no group is empty', () => {
    const told = Notification.options.map(({ shape }) => shape.type.value);
    const groups = [...new Set([...groupsOf('staff'), ...groupsOf('client')])];
    expect(groups.toSorted()).toEqual(Object.keys(GROUPS).toSorted());
    expect(groups.flatMap(kindsIn).toSorted()).toEqual(told.toSorted());
    expect(groups.filter((group) => kindsIn(group).length === 0)).toEqual([]);
  });

  test('is for one side alone: what one of them hears is counted there', () => {
    expect(groupsOf('staff').filter((group) => groupsOf('client').includes(group))).toEqual([]);
  });

  test('differs between staff and client users', () => {
    expect(groupsOf('client')).toContain('budgets');
    expect(groupsOf('staff')).not.toContain('budgets');
    expect([isFor('client', 'budget-sent'), isFor('client', 'report-waits')]).toEqual([true, false]);
    expect([isFor('staff', 'budget-sent'), isFor('staff', 'report-waits')]).toEqual([false, true]);
  });

  test('is switched off and on a group at a time', () => {
    const without = switched(['goal-off-track'], 'exports', false);
    expect(without).toEqual(['goal-off-track', 'export-finished', 'export-failed']);
    expect(switched(without, 'goals', true)).toEqual(['export-finished', 'export-failed']);
    expect(switched(without, 'exports', false).toSorted()).toEqual(without.toSorted());
  });
});

test('preferences name kinds that there are, and how often in a word', () => {
  const messagesOf = (change: object) =>
    PreferencesChange.safeParse({ v: 0, muted: [], digest: 'off', ...change }).error?.issues.map(
      ({ message }) => message,
    );
  expect(messagesOf({ muted: KINDS })).toBeUndefined();
  expect(messagesOf({ muted: ['gossip'] })).toEqual(['Choose kinds of notification that there are.']);
  expect(messagesOf({ digest: 'hourly' })).toEqual(['Choose off, daily or weekly.']);
});
