import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chosen, MOST_HITS, MOST_OF_TYPE, SEARCH_TYPES, type SearchHit } from './search.ts';

const companyId = '01j9zq4xk3r8m2n5t7v9w1y3za';
const hits = fc.array(
  fc.record({
    type: fc.constantFrom(...SEARCH_TYPES),
    id: fc.nat(30).map(String),
    companyId: fc.constant(companyId),
    label: fc.constant('x'),
  }),
  { maxLength: 80 },
);
const nameOf = ({ type, id }: SearchHit) => `${type} ${id}`;

it('a search shows each record once, five of a type at most, and says whether it left any out', () => {
  fc.assert(
    fc.property(hits, fc.integer({ min: 1, max: MOST_HITS }), (found, limit) => {
      const { items, more } = chosen(found, limit);
      const shown = new Set(items.map(nameOf));
      expect(shown.size).toBe(items.length);
      expect(items.length).toBeLessThanOrEqual(limit);
      for (const type of SEARCH_TYPES)
        expect(items.filter((item) => item.type === type).length).toBeLessThanOrEqual(MOST_OF_TYPE);
      expect(more).toBe(found.some((hit) => !shown.has(nameOf(hit))));
    }),
  );
});

it('clients come before their records', () => {
  const hit = (type: SearchHit['type']): SearchHit => ({ type, id: type, companyId, label: 'x' });
  expect(chosen([hit('report'), hit('device'), hit('client')], 2).items.map(({ type }) => type)).toEqual([
    'client',
    'device',
  ]);
});
