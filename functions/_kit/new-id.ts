import { createHash, randomBytes } from 'node:crypto';
import { ulid } from 'ulidx';

/** A new id: lower-case ULID at `now`. The one place where ids are made. */
export function newId(now: Date = new Date()): string {
  return ulid(now.getTime()).toLowerCase();
}

/** 256 random bits as base64url: session, invitation and reset tokens. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Hex SHA-256: the form in which emails, tokens, serials and vendor ids enter a key. */
export function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}
