import { describe, expect, it } from 'vitest';
import { rowFirst } from './store.ts';

/** Reads in the order in which they begin and end; the row takes longer than what stands beside it. */
async function readings(consistent: boolean): Promise<string[]> {
  const seen: string[] = [];
  const read = async (what: string, turns: number) => {
    seen.push(`${what} begins`);
    for (let turn = 0; turn < turns; turn += 1) await undefined;
    seen.push(`${what} ends`);
    return what;
  };
  expect(await rowFirst(read('row', 5), () => read('parts', 1), { consistent })).toEqual(['row', 'parts']);
  return seen;
}

describe('a record and its parts', () => {
  it('are read one after the other for a change, so that the parts are no older than the version', async () => {
    expect(await readings(true)).toEqual(['row begins', 'row ends', 'parts begins', 'parts ends']);
  });

  it('are read at once to be shown', async () => {
    expect((await readings(false)).slice(0, 2)).toEqual(['row begins', 'parts begins']);
  });
});
