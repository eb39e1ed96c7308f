import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrangedColumns, choosable, movedBy } from './column-order.ts';

const columns = ['name', 'status', 'owner', 'due'].map((id) => ({ id }));
const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id);

it('stands as the list has it until somebody arranges it', () => {
  expect(arrangedColumns(columns, undefined)).toBe(columns);
  expect(idsOf(arrangedColumns(columns, ['due', 'status']))).toEqual(['name', 'due', 'status']);
  expect(idsOf(arrangedColumns(columns, ['name']))).toEqual(['name']);
  expect(arrangedColumns(columns, ['of', 'another', 'list'])).toBe(columns);
});

it('keeps the name first and passes over what the list does not know', () => {
  expect(idsOf(arrangedColumns(columns, ['gone', 'due', 'name']))).toEqual(['name', 'due']);
});

it('offers every column but the name, the shown ones first', () => {
  expect(choosable(columns, ['due']).map(({ column, shown }) => [column.id, shown])).toEqual([
    ['due', true],
    ['status', false],
    ['owner', false],
  ]);
});

it('moves one column and leaves the order of the others', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(ids, fc.nat(), fc.integer({ min: -3, max: 3 }), (given, at, by) => {
      const id = given[at % given.length] ?? '';
      const after = movedBy(given, id, by);
      expect(after.filter((each) => each !== id)).toEqual(given.filter((each) => each !== id));
      const to = given.indexOf(id) + by;
      expect(after.indexOf(id)).toBe(to >= 0 && to < given.length ? to : given.indexOf(id));
    }),
  );
});
