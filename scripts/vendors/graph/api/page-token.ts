import { createHash } from 'node:crypto';

/**
 * Tokens in links are opaque to the caller, like Graph's, but need no memory here: the payload with a check sum that binds
 * it to the world's seed.
 */
function checkSum(seed: string, payload: string): string {
  return createHash('sha256').update(`${seed}|${payload}`).digest('base64url').slice(0, 16);
}

export function sealToken(seed: string, content: object): string {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${payload}${checkSum(seed, payload)}`;
}

/** The content of a token of this world, or undefined when it was altered or comes from elsewhere. */
export function openToken(seed: string, token: string): Record<string, unknown> | undefined {
  const payload = token.slice(0, -16);
  if (payload === '' || token.slice(-16) !== checkSum(seed, payload)) return undefined;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
