import { createHash, randomBytes } from 'node:crypto';
import { encodeTime, monotonicFactory } from 'ulidx';

let latest = { time: Number.NaN, next: monotonicFactory() };

/**
 * A new id: lower-case ULID at `now`. The one place where ids are made. Ids of one millisecond sort as they were made, so
 * that the lines of a budget stay in the order of the items they came from.
 */
export function newId(now: Date = new Date()): string {
  const time = now.getTime();
  // One factory for each millisecond: it would tell a later time when asked for an earlier one.
  if (time !== latest.time) latest = { time, next: monotonicFactory() };
  return latest.next(time).toLowerCase();
}

/** What sorts behind every id made before this moment, and before every other. */
export function idFloor(moment: Date): string {
  return encodeTime(moment.getTime(), 10).toLowerCase();
}

/** 256 random bits as base64url: session, invitation and reset tokens. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Letters that hold 256 bits: 62 to this power is just above two to the 256. */
const LETTERS = 43;

/** 256 random bits in letters and digits, which a double click marks whole: secrets that people carry elsewhere. */
export function newSecret(): string {
  let bits = BigInt(`0x${randomBytes(32).toString('hex')}`);
  let text = '';
  for (let at = 0; at < LETTERS; at += 1) {
    text = `${BASE62[Number(bits % 62n)]}${text}`;
    bits /= 62n;
  }
  return text;
}

/** Hex SHA-256: the form in which emails, tokens, serials and vendor ids enter a key. */
export function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The id of a record that may exist once for what it is about (a finding of a key, a run of a time slot): the same words
 * give the same id, so that making it twice meets the first one. Looks like any other id.
 */
export function idFor(...words: string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(words)).digest();
  const letters = Array.from({ length: 25 }, (_, i) => ALPHABET[(digest[i] ?? 0) % 32]).join('');
  return `${(digest[25] ?? 0) % 8}${letters}`;
}
