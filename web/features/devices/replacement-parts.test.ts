import { describe, expect, it } from 'vitest';
import type { DeviceRow } from '../../../shared/devices/device.ts';
import { byClient, kindsOf } from './replacement-parts.ts';

const device = (type: DeviceRow['type'], replacementMinor: number, companyId = 'a') =>
  ({ type, replacementMinor, companyId }) as DeviceRow;

describe('a selection to replace', () => {
  it('is summed by kind, most first', () => {
    const { kinds, minor } = kindsOf([device('server', 900), device('laptop', 100), device('laptop', 120)]);
    expect(kinds).toEqual([
      { type: 'laptop', count: 2, minor: 220 },
      { type: 'server', count: 1, minor: 900 },
    ]);
    expect(minor).toBe(1_120);
  });

  it('falls apart by client', () => {
    const parts = byClient([device('laptop', 1, 'a'), device('nas', 1, 'b'), device('laptop', 1, 'a')]);
    expect(parts.map(({ companyId, devices }) => [companyId, devices.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
