import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIST_IDS, paramsOf } from './lists.ts';
import { fitting, NewView, unknownParams, ViewParams } from './view.ts';

const asked = { list: 'findings', name: 'High risk', params: { risk: 'high', cols: 'finding,estimate' } };
const messageOf = (input: object) => NewView.safeParse({ ...asked, ...input }).error?.issues[0]?.message;

describe('a view', () => {
  it('holds the filters, columns and density of its list', () => {
    expect(NewView.parse(asked)).toEqual({ ...asked, shared: false });
  });

  it('refuses a parameter that its list does not have, and names those it has', () => {
    expect(messageOf({ params: { cursor: 'x' } })).toBe(
      'The list has no parameter "cursor". It has status, risk, source, q, cols, density.',
    );
    expect(messageOf({ list: 'budgets', params: { risk: 'high' } })).toContain('"risk"');
  });

  it('refuses columns named twice or by anything but ids, and another density', () => {
    expect(messageOf({ params: { cols: 'finding,finding' } })).toContain('once');
    expect(messageOf({ params: { cols: 'a b' } })).toContain('id');
    expect(messageOf({ params: { density: 'tiny' } })).toContain('comfortable or compact');
  });

  it('is bounded in size', () => {
    expect(ViewParams.safeParse({ q: 'x'.repeat(401) }).success).toBe(false);
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`p${n}`, 'x']));
    expect(ViewParams.safeParse(many).success).toBe(false);
  });

  it('loses what its list no longer has, and nothing else', () => {
    const params = fc.dictionary(
      fc.constantFrom('q', 'status', 'risk', 'gone', 'cols', '__proto__'),
      fc.string({ minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LIST_IDS), params, (list, given) => {
        const kept = fitting(list, given);
        expect(unknownParams(list, kept)).toEqual([]);
        expect([...Object.keys(kept), ...unknownParams(list, given)].sort()).toEqual(Object.keys(given).sort());
        expect(Object.keys(kept).every((param) => paramsOf(list).includes(param))).toBe(true);
      }),
    );
  });
});
