import { describe, expect, it } from 'vitest';
import type { DeviceDetail } from '../../../shared/devices/device.ts';
import { changeOf } from './device-change.ts';

const before = {
  name: 'LT-1',
  type: 'laptop',
  user: 'ana',
  site: 'Attic',
  ownership: 'owned',
  note: '',
  synced: { site: 'Main' },
} as unknown as DeviceDetail;
const same = { name: 'LT-1', type: 'laptop', user: 'ana', site: 'Attic', ownership: 'owned', note: '' } as const;

describe('what the form changed', () => {
  it('is nothing when everything stayed', () => {
    expect(changeOf(same, before)).toEqual({});
  });

  it('is the fields that differ, emptied ones as null', () => {
    expect(changeOf({ ...same, user: undefined, serial: 'X1' }, before)).toEqual({ user: null, serial: 'X1' });
  });

  it('goes back to the sync when it says the same', () => {
    expect(changeOf({ ...same, site: 'Main' }, before)).toEqual({ site: null });
  });
});
