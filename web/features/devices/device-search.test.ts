import { describe, expect, it } from 'vitest';
import { choiceOf, isFiltered, parseDeviceSearch, peekedOf, rowIdOf } from './device-search.ts';

describe('the address of a list of devices', () => {
  it('keeps what it knows and drops the rest', () => {
    const raw = { lens: 'expiring', type: 'laptop', quarter: '2027-Q2', sort: 'warranty', health: 'rosy', tab: 'x' };
    expect(parseDeviceSearch(raw)).toMatchObject({ lens: 'expiring', type: 'laptop', quarter: '2027-Q2' });
    expect(parseDeviceSearch(raw).health).toBeUndefined();
    expect(parseDeviceSearch({ quarter: '2027-Q9' }).quarter).toBeUndefined();
    expect(parseDeviceSearch({ lens: 'overdue', lifecycle: 'healthy' }).lifecycle).toBeUndefined();
  });

  it('says what the API is asked', () => {
    expect(choiceOf({ lens: 'silent', maker: 'Dell' })).toMatchObject({ unseenDays: 20, manufacturer: 'Dell' });
    expect(choiceOf({ lens: 'overdue' })).toMatchObject({ lifecycle: 'overdue' });
    expect(choiceOf({ lens: 'retired', sort: 'warranty' })).toMatchObject({ retired: true, sort: 'warranty' });
  });

  it('tells filters from the lens', () => {
    expect(isFiltered({ lens: 'expiring', sort: 'warranty' })).toBe(false);
    expect(isFiltered({ quarter: '2027-Q1' })).toBe(true);
  });

  it('names a device by its client where there are several', () => {
    const row = { companyId: 'c', deviceId: 'd' };
    expect(peekedOf(rowIdOf(row, undefined), undefined)).toEqual(row);
    expect(peekedOf(rowIdOf(row, 'c'), 'c')).toEqual(row);
    expect(peekedOf('only', undefined)).toBeUndefined();
    expect(peekedOf(undefined, 'c')).toBeUndefined();
  });
});
