import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A signing secret as Standard Webhooks has them: 256 random bits in base64, behind a prefix by which they are found. */
export function newSigningSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64')}`;
}

/** One call as it is signed. */
export interface Signed {
  id: string;
  /** Epoch seconds. */
  timestamp: number;
  body: string;
}

/**
 * The headers by which the receiver knows that a call is ours, new and unaltered: one signature for each secret that is
 * alive, so that either may be checked while they change. (standardwebhooks.com, "Signature scheme".)
 */
export function signedHeaders(secrets: readonly string[], { id, timestamp, body }: Signed): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures.join(' ') };
}
