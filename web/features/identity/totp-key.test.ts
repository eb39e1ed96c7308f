import { expect, it } from 'vitest';
import { inGroups, recoveryFile } from './totp-key.ts';

it('groups the key as people type it', () => {
  expect(inGroups('JBSWY3DPEHPK3PXP')).toBe('JBSW Y3DP EHPK 3PXP');
  expect(inGroups('JBSWY')).toBe('JBSW Y');
});

it('keeps recovery codes with the facts that tell them apart later', () => {
  const file = recoveryFile(['aaaa-bbbb', 'cccc-dddd'], {
    msp: 'Northlight',
    email: 'a@b.example',
    day: 'Nov 23, 2026',
  });
  expect(file.split('\r\n').slice(3)).toEqual(['aaaa-bbbb', 'cccc-dddd', '']);
  expect(file).toContain('a@b.example for Northlight');
  expect(file).toContain('Nov 23, 2026');
});
