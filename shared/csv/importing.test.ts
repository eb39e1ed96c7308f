import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesOf, importedOf, isTwice, verdictOn } from './importing.ts';

const FIELDS = ['name', 'seats', 'roles'] as const;
const [one, other] = ['01j9zq4xk3r8m2n5t7v9w1y3za', '01j9zq4xk3r8m2n5t7v9w1y3zb'];

it('a line changes what it says otherwise, and nothing that it does not say', () => {
  const record = { name: 'Cedar Ridge', seats: 31, roles: ['finance', 'approver'] };
  expect(changesOf(record, { name: 'Cedar', seats: 0 }, FIELDS)).toEqual([
    { field: 'name', from: 'Cedar Ridge', to: 'Cedar' },
    { field: 'seats', from: 31, to: 0 },
  ]);
  expect(changesOf(record, { roles: ['approver', 'finance'] }, FIELDS)).toEqual([]);
  expect(changesOf({ name: '' }, { name: 'Cedar', roles: ['user'] }, FIELDS)).toEqual([
    { field: 'name', from: null, to: 'Cedar' },
    { field: 'roles', from: null, to: 'user' },
  ]);
  const fields = fc.record({ name: fc.string(), seats: fc.nat() }, { requiredKeys: [] });
  fc.assert(
    fc.property(fields, fields, (before, facts) => {
      const named = changesOf(before, facts, FIELDS).map(({ field }) => field);
      for (const field of named) expect(Object.keys(facts)).toContain(field);
      expect(changesOf({ ...before, ...facts }, facts, FIELDS)).toEqual([]);
    }),
  );
});

it('a record that nothing changes is the same', () => {
  const record = { id: one, v: 2, name: 'Cedar Ridge' };
  expect(verdictOn(record, [])).toEqual({ outcome: 'same', id: one, name: 'Cedar Ridge' });
  expect(verdictOn(record, [{ field: 'seats', from: 1, to: 2 }])).toMatchObject({ outcome: 'changed', v: 2 });
});

it('lines of one transaction are about different records, whether they name them or point at them', () => {
  const row = (name: string, id?: string) => ({ facts: { name }, ...(id ? { over: { id, v: 1 } } : {}) });
  const markOf = ({ name }: { name: string }) => name;
  expect(isTwice([row('a'), row('b', one), row('c', other)], markOf)).toBe(false);
  expect(isTwice([row('a'), row('a', one)], markOf)).toBe(true);
  expect(isTwice([row('a', one), row('b', one)], markOf)).toBe(true);
  expect(importedOf([row('a'), row('b', one), row('c')])).toEqual({ created: 2, changed: 1 });
});
