import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Link, type LinkEnd, RECORD_TYPES } from './link.ts';
import { endsOf, firstOfEachKind } from './link-ends.ts';

const item: LinkEnd = { type: 'planner-item', id: 'i' };
const link = (from: LinkEnd, to: LinkEnd, createdAt: string): Link => ({
  companyId: '01j9zq4xk3r8m2n5t7v9w1y3za',
  from,
  to,
  role: 'led-to',
  createdAt,
});
const days = fc.integer({ min: 1, max: 9 }).map((day) => `2026-11-0${day}T10:00:00.000Z`);
const ends = fc.record({ type: fc.constantFrom(...RECORD_TYPES), id: fc.constantFrom('a', 'b', 'c') });

it('tells what led to a record from what it led to, along the flow, the newest of a kind first', () => {
  const { before, after } = endsOf(
    [
      link(item, { type: 'report', id: 'r' }, '2026-11-02'),
      link(item, { type: 'meeting', id: 'm1' }, '2026-11-03'),
      link(item, { type: 'meeting', id: 'm2' }, '2026-11-04'),
      link(item, { type: 'budget', id: 'b' }, '2026-11-05'),
      link({ type: 'goal', id: 'g' }, item, '2026-11-06'),
      link({ type: 'finding', id: 'f' }, item, '2026-11-07'),
      link({ type: 'finding', id: 'other' }, { type: 'planner-item', id: 'another' }, '2026-11-08'),
    ],
    item,
  );
  expect(before.map(({ id }) => id)).toEqual(['f', 'g']);
  expect(after.map(({ id }) => id)).toEqual(['b', 'm2', 'm1', 'r']);
});

it('shows a few of each kind first', () => {
  const many = [1, 2, 3, 4].map((at) => ({ type: 'planner-item' as const, id: `${at}`, at: '2026-11-02' }));
  const meeting = { type: 'meeting' as const, id: 'm', at: '2026-11-02' };
  expect(firstOfEachKind([...many, meeting], 3).map(({ id }) => id)).toEqual(['1', '2', '3', 'm']);
});

it('names each record once on its side, since the oldest link, and none that is not there', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ends, fc.boolean(), days), { maxLength: 12 }), (drawn) => {
      const links = drawn.map(([end, leads, at]) => (leads ? link(end, item, at) : link(item, end, at)));
      const { before, after } = endsOf(links, item);
      for (const [found, leads] of [
        [before, true],
        [after, false],
      ] as const) {
        const oldest = new Map<string, string>();
        for (const [{ type, id }, side, at] of drawn) {
          const name = `${type}/${id}`;
          if (side === leads && !((oldest.get(name) ?? '~') <= at)) oldest.set(name, at);
        }
        expect(new Map(found.map(({ type, id, at }) => [`${type}/${id}`, at]))).toEqual(oldest);
        expect(found).toHaveLength(oldest.size);
      }
    }),
  );
});
