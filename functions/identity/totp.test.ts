import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { enrolmentUri, newSeed, stepOf } from './totp.ts';

const SEED = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1_000);

describe('codes', () => {
  // RFC 6238, appendix B, SHA-1: eight digits there, of which an authenticator shows the last six.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %i follow RFC 6238', (seconds, code) => {
    expect(stepOf(SEED, code.slice(2), at(seconds))).toBe(Math.floor(seconds / 30));
  });

  const code = '050471';
  const step = Math.floor(1_111_111_111 / 30);

  it('are taken one step early and one step late, as the step they belong to', () => {
    expect(stepOf(SEED, code, at(1_111_111_111 - 30))).toBe(step);
    expect(stepOf(SEED, code, at(1_111_111_111 + 30))).toBe(step);
    expect(stepOf(SEED, code, at(1_111_111_111 - 60))).toBeUndefined();
    expect(stepOf(SEED, code, at(1_111_111_111 + 60))).toBeUndefined();
  });

  it('work once: neither their step nor an earlier one is taken again', () => {
    expect(stepOf(SEED, code, at(1_111_111_111), step - 1)).toBe(step);
    expect(stepOf(SEED, code, at(1_111_111_111), step)).toBeUndefined();
    expect(stepOf(SEED, code, at(1_111_111_111), step + 1)).toBeUndefined();
  });

  it.each(['50471', '0504711', '05047a', '', '０５０４７１'])('are six digits, not %j', (wrong) => {
    expect(stepOf(SEED, wrong, at(1_111_111_111))).toBeUndefined();
  });
});

describe('a seed', () => {
  it('has 160 bits and never comes twice', () => {
    expect(Secret.fromBase32(newSeed()).bytes).toHaveLength(20);
    expect(newSeed()).not.toBe(newSeed());
  });

  it('is told to authenticators with issuer and address', () => {
    const uri = new URL(enrolmentUri(SEED, 'North: light & Söhne', 'ada@example.com'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(SEED);
    expect(uri.searchParams.get('issuer')).toBe('North  light & Söhne');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ algorithm: 'SHA1', digits: '6', period: '30' });
    expect(decodeURIComponent(uri.pathname)).toContain('ada@example.com');
  });
});
