import { expect, it } from 'vitest';
import type { PlannerItem } from '../../../shared/planner/planner-item.ts';
import { matching, parsePlannerSearch, writtenSearch } from './planner-search.ts';

it('shows the whole roadmap when the address says nothing', () => {
  expect(parsePlannerSearch({})).toEqual({});
  expect(parsePlannerSearch({ view: 'roadmap', lane: 'kitchen', status: '', new: 'maybe' })).toEqual({});
});

it('reads several lanes and statuses as it writes them', () => {
  const search = { lane: ['security', 'devices'], status: ['approved'], as: 'list' } as const;
  const written = writtenSearch({ ...search, lane: [...search.lane], status: [...search.status] });
  expect(written).toMatchObject({ lane: 'security,devices', status: 'approved', as: 'list' });
  expect(parsePlannerSearch(written)).toEqual(search);
  expect(parsePlannerSearch({ new: true }).new).toBe(true);
  expect(parsePlannerSearch({ new: 'tray' }).new).toBe('tray');
});

it('keeps the items that every filter lets through', () => {
  const items = [
    { title: 'Firewalls', lane: 'infrastructure', status: 'proposed' },
    { title: 'Fire drill', lane: 'security', status: 'approved' },
    { title: 'MFA keys', lane: 'security', status: 'approved' },
  ] as PlannerItem[];
  const titles = (search: Parameters<typeof matching>[1]) => matching(items, search).map(({ title }) => title);
  expect(titles({})).toHaveLength(3);
  expect(titles({ q: 'FIRE' })).toEqual(['Firewalls', 'Fire drill']);
  expect(titles({ q: 'fire', lane: ['security'], status: ['approved'] })).toEqual(['Fire drill']);
});
