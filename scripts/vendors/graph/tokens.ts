import type { Grant, TokenStore } from '../_kit/tokens.ts';
import { GraphError } from './graph-error.ts';

/** Real ones last 60 to 90 minutes; the answer says a second less than the hour. */
export const LIFETIME_SECONDS = 3599;

const REFUSALS = {
  missing: 'Access token is empty.',
  unknown: 'Access token validation failure. Invalid audience.',
  expired: 'Lifetime validation failed, the token is expired.',
};

/** What the token grants. Throws the 401 that Graph answers without, with a foreign or with an expired token. */
export function verifyToken(tokens: TokenStore, authorization: string | undefined, now: Date): Grant {
  const seen = tokens.see(authorization, now);
  if (seen.state === 'good') return seen.grant;
  throw new GraphError(401, 'InvalidAuthenticationToken', REFUSALS[seen.state], {
    'www-authenticate': 'Bearer realm="", client_id="00000003-0000-0000-c000-000000000000"',
  });
}
