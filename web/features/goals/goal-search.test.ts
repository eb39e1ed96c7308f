import { describe, expect, it } from 'vitest';
import type { Goal } from '../../../shared/goals/goal.ts';
import { listed, parseGoalSearch, sortOf, writtenSearch } from './goal-search.ts';

const goal = (title: string, more: Partial<Goal> = {}) =>
  ({ goalId: title, title, status: 'active', health: 'on-track', category: 'security', progress: 0, ...more }) as Goal;

describe('the address of goals', () => {
  it('reads what it wrote, and drops what it does not know', () => {
    const search = parseGoalSearch({ as: 'list', standing: 'at-risk,off-track,odd', sort: '-due', q: 'mfa', odd: 1 });
    expect(search).toEqual({ as: 'list', standing: ['at-risk', 'off-track'], sort: '-due', q: 'mfa' });
    expect(parseGoalSearch(writtenSearch(search))).toEqual(search);
    expect(sortOf('-due')).toEqual({ column: 'due', descending: true });
  });
});

describe('the list of goals', () => {
  const goals = [
    goal('Backups', { targetDate: '2027-03-01', progress: 60 }),
    goal('Costs', { category: 'cost', health: 'off-track', progress: 20 }),
    goal('Audit', { status: 'achieved', progress: 80 }),
  ];
  const titles = (search: Parameters<typeof listed>[1]) => listed(goals, search).map(({ title }) => title);

  it('shows open goals, those that need a look first, unless asked otherwise', () => {
    expect(titles({})).toEqual(['Costs', 'Backups']);
    expect(titles({ standing: ['achieved'] })).toEqual(['Audit']);
    expect(titles({ category: ['security'] })).toEqual(['Backups']);
    expect(titles({ q: 'back' })).toEqual(['Backups']);
  });

  it('sorts by what the address says, and reads achieved goals as whole', () => {
    const all = { standing: ['on-track', 'off-track', 'achieved'] as const };
    const by = (sort: 'goal' | '-progress' | 'due' | 'standing') => titles({ standing: [...all.standing], sort });
    expect(by('goal')).toEqual(['Audit', 'Backups', 'Costs']);
    expect(by('-progress')).toEqual(['Audit', 'Backups', 'Costs']);
    expect(by('due')[0]).toBe('Backups');
    expect(by('standing')).toEqual(['Backups', 'Costs', 'Audit']);
  });
});
