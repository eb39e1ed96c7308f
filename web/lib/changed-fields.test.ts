import { expect, it } from 'vitest';
import { changedFields } from './changed-fields.ts';

const stored = { title: 'Firewalls', hours: 18, costs: [{ label: 'FortiGate', quantity: 3 }], startDate: undefined };

it('keeps what differs and nothing else', () => {
  const costs = [{ label: 'FortiGate', quantity: 4 }];
  expect(changedFields({ title: 'Firewalls', hours: 20, costs }, stored)).toEqual({ hours: 20, costs });
});

it('takes an absent value and null for the same', () => {
  expect(changedFields({ startDate: null, title: 'Firewalls' }, stored)).toEqual({});
  expect(changedFields({ startDate: null }, { startDate: '2027-01-01' })).toEqual({ startDate: null });
});
