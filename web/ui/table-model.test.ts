import { describe, expect, it } from 'vitest';
import { bodyItems, gridTracks, type RowGroup, toSelection } from './table-model.ts';

const groups: RowGroup<string>[] = [
  { id: 'critical', label: 'Critical', name: 'Critical', rows: ['a', 'b'] },
  { id: 'high', label: 'High', name: 'High', rows: ['c'] },
];

describe('body of a list', () => {
  it('is the rows when nothing groups them', () => {
    expect(bodyItems(['a', 'b'], undefined, new Set())).toEqual([
      { kind: 'row', row: 'a', index: 0 },
      { kind: 'row', row: 'b', index: 1 },
    ]);
  });

  it('keeps the place of rows in the data when a group above is folded', () => {
    const items = bodyItems(['a', 'b', 'c'], groups, new Set(['critical']));
    expect(items.map((item) => (item.kind === 'group' ? `${item.group.id}:${item.folded}` : item.row))).toEqual([
      'critical:true',
      'high:false',
      'c',
    ]);
    expect(items.at(-1)).toMatchObject({ index: 2 });
  });
});

it('lays out tick box, columns and menu', () => {
  const columns = [{}, { width: '6rem' }, {}];
  expect(gridTracks(columns, { selectable: true, menu: true })).toBe(
    '1rem minmax(12rem, 2fr) 6rem minmax(5rem, 1fr) 2rem',
  );
  expect(gridTracks([{}], { selectable: false, menu: false })).toBe('minmax(12rem, 2fr)');
});

it('turns ids into the selection of the table', () => {
  expect(toSelection(new Set(['a', 'b']))).toEqual({ a: true, b: true });
});
