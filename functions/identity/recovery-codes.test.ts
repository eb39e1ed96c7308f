import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, withoutCode } from './recovery-codes.ts';

describe('recovery codes', () => {
  const { codes, hashes } = newRecoveryCodes();
  const [first = '', second = ''] = codes;

  it('are ten, of 120 bits each, kept as hashes only', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
    expect(hashes).toHaveLength(10);
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('are used up one by one', () => {
    const left = withoutCode(hashes, first) ?? [];
    expect(left).toHaveLength(9);
    expect(withoutCode(left, first)).toBeUndefined();
    expect(withoutCode(left, second)).toHaveLength(8);
  });

  it('may be typed in capitals, with spaces, and with letters that look like digits', () => {
    const typed = first.replaceAll('-', ' ').toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I');
    expect(withoutCode(hashes, typed)).toHaveLength(9);
  });

  it('are refused when unknown, short or long', () => {
    expect(withoutCode(hashes, `${first}0`)).toBeUndefined();
    expect(withoutCode(hashes, first.slice(1))).toBeUndefined();
    expect(withoutCode(hashes, '123456')).toBeUndefined();
    expect(withoutCode([], first)).toBeUndefined();
  });
});
