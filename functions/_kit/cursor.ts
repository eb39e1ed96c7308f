import { createHmac, timingSafeEqual } from 'node:crypto';
import { invalid } from '../../shared/kernel/error.ts';

type Key = Record<string, unknown>;

const sign = (key: string, binding: string, body: string) =>
  createHmac('sha256', key).update(`${binding}|${body}`).digest('base64url');

/**
 * Turns the table's position into a cursor that only this actor's same list accepts: authenticated over key, route and
 * filter, so that nobody can point a query into another partition.
 */
export function sealCursor(key: string, binding: string, position: Key): string {
  const body = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${body}.${sign(key, binding, body)}`;
}

/** The position of a cursor made by `sealCursor` with the same key and binding; anything else is 400. */
export function openCursor(key: string, binding: string, cursor: string): Key {
  const [body = '', signature = ''] = cursor.split('.');
  const expected = Buffer.from(sign(key, binding, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw invalid('cursor', 'This page link is no longer valid. Open the list again.', 'cursor.invalid');
  }
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Key;
}
