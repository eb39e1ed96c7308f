import { array, assert, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { droppedAt, movedTo, placeAt, placeBehind } from './agenda-order.ts';

describe('the order of an agenda', () => {
  it('changes by one step or to an end, and not beyond', () => {
    expect([placeAt('up', 0, 3), placeAt('first', 0, 3), placeAt('down', 2, 3), placeAt('last', 2, 3)]).toEqual(
      Array(4).fill(undefined),
    );
    expect([placeAt('first', 2, 3), placeAt('up', 2, 3), placeAt('down', 0, 3), placeAt('last', 0, 3)]).toEqual([
      0, 1, 1, 2,
    ]);
  });

  it('holds the same members after every move, the moved one at its place', () => {
    assert(
      property(array(integer(), { minLength: 1, maxLength: 40 }), nat(), nat(), (given, from, to) => {
        const items = given.map((value, at) => ({ value, at }));
        const item = items[from % items.length];
        const place = to % items.length;
        if (!item) throw new Error('A list of at least one member has one at each place.');
        const moved = movedTo(items, item, place);
        expect(moved[place]).toBe(item);
        expect(moved.filter((one) => one !== item)).toEqual(items.filter((one) => one !== item));
      }),
    );
    expect(movedTo(['a', 'b'], 'c', 0)).toEqual(['a', 'b']);
  });

  it('drops an item where the line was drawn', () => {
    const dropped = (from: number, over: number, behind: boolean) =>
      movedTo(['a', 'b', 'c'], ['a', 'b', 'c'][from] ?? '', droppedAt(from, over, behind)).join('');
    expect([dropped(0, 2, false), dropped(0, 2, true), dropped(2, 0, false), dropped(2, 0, true)]).toEqual([
      'bac',
      'bca',
      'cab',
      'acb',
    ]);
    expect([dropped(1, 0, true), dropped(1, 1, false), dropped(1, 2, false)]).toEqual(['abc', 'abc', 'abc']);
  });

  it('finds a place again in a list that changed meanwhile', () => {
    expect([placeBehind(['a', 'b'], 'a'), placeBehind(['a', 'b'], undefined), placeBehind(['a', 'b'], 'x')]).toEqual([
      1, 0, 2,
    ]);
  });
});
