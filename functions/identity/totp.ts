import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, 30 seconds. */
const PERIOD = 30;
const DIGITS = 6;
/** RFC 4226, 4 (R6) recommends 160 bits. */
const SEED_BYTES = 20;
/** Steps before and after the present one that are taken: clocks differ. */
const WINDOW = 1;

const totpOf = (secret: string, labels: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...labels, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: DIGITS, period: PERIOD });

/** A new seed, base32. */
export function newSeed(): string {
  return new Secret({ size: SEED_BYTES }).base32;
}

/** The `otpauth://` address that authenticator apps scan. */
export function enrolmentUri(secret: string, issuer: string, email: string): string {
  return totpOf(secret, { issuer: issuer.replaceAll(':', ' '), label: email }).toString();
}

/**
 * The step (30 seconds since 1970) whose code this is, or undefined. A step at or before `lastStep` is not taken: every
 * code works once.
 */
export function stepOf(secret: string, code: string, now: Date, lastStep = -1): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1_000 / PERIOD) + delta;
  return step > lastStep ? step : undefined;
}
