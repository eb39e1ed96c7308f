import { expect, test } from 'vitest';
import { isFeatureUpdate, osSupport } from './os-support.ts';

test.each([
  ['Windows 11 Professional Edition 24H2', '2026-10-13'],
  ['Windows 11 Pro Education 24H2', '2026-10-13'],
  ['Microsoft Windows 11 Enterprise 24H2', '2027-10-12'],
  ['Windows 11 Education 23H2', '2026-11-10'],
  ['Windows 11 Enterprise LTSC 24H2', '2029-10-09'],
  ['Windows 10 Pro 22H2', '2025-10-14'],
  ['Windows 10 Enterprise 22H2', '2025-10-14'],
  ['Microsoft Windows 10 Enterprise LTSC 21H2', '2027-01-12'],
  ['Windows 10 IoT Enterprise LTSC 2021', '2032-01-13'],
  ['Windows 10 Enterprise 2019 LTSC', '2029-01-09'],
  ['Windows 10 Enterprise 2016 LTSB 1607', '2026-10-13'],
  ['Windows 10 Enterprise LTSC', undefined],
  ['Windows Server 2019 Standard 1809', '2029-01-09'],
  ['Debian GNU/Linux 13', undefined],
  [undefined, undefined],
])('%s gets security updates until %s', (os, ends) => {
  expect(osSupport(os)?.ends).toBe(ends);
});

test('the next version of Windows 11 is an update, of other systems a purchase', () => {
  const free = ['Windows 11 Pro 24H2', 'Windows 11 Enterprise 24H2'].map((os) => osSupport(os)?.name ?? '');
  expect(free.map(isFeatureUpdate)).toEqual([true, true]);
  expect(['Windows 10', 'Windows 11 Enterprise LTSC 2024'].map(isFeatureUpdate)).toEqual([false, false]);
});
