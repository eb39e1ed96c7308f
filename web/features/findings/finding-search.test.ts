import { expect, it } from 'vitest';
import { filterOf, parseFindingSearch, peekedOf, rowIdOf } from './finding-search.ts';

const companyId = '01j9zq4xk3r8m2n5t7v9w1y3za';
const findingId = '01j9zq4xk3r8m2n5t7v9w1y3zb';

it('shows what needs a decision when the address says nothing, or says it', () => {
  expect(parseFindingSearch({ status: 'open' })).toEqual({});
  expect(filterOf({})).toEqual({ status: 'open' });
});

it('keeps known filters and drops what no list knows', () => {
  const search = parseFindingSearch({ status: 'dismissed', risk: 'high', source: 'm365', q: 'mfa', peek: findingId });
  expect(search).toEqual({ status: 'dismissed', risk: 'high', source: 'm365', q: 'mfa', peek: findingId });
  expect(parseFindingSearch({ status: 'lost', risk: 'huge', source: 'portal', q: '' })).toEqual({});
});

it('names a finding by itself in one client, and with its client over all', () => {
  const row = { companyId, findingId };
  expect(peekedOf(rowIdOf(row, companyId), companyId)).toEqual(row);
  expect(peekedOf(rowIdOf(row, undefined), undefined)).toEqual(row);
  expect(peekedOf(findingId, undefined)).toBeUndefined();
  expect(peekedOf(undefined, companyId)).toBeUndefined();
});
