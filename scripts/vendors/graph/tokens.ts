import { randomBytes } from 'node:crypto';
import { GraphError } from './graph-error.ts';

/** What a bearer token stands for. Permissions are those of the moment it was issued, like the roles in a real one. */
export interface Grant {
  tenantId: string;
  permissions: string[];
  expiresAt: number;
}

export interface TokenStore {
  issue(tenantId: string, permissions: string[], now: Date): { token: string; expiresInSeconds: number };
  /** Throws the 401 that Graph answers without, with a foreign or with an expired token. */
  verify(authorization: string | undefined, now: Date): Grant;
  /** The tenant that a token was issued for, expired or not; null for anything else. */
  tenantOf(authorization: string | undefined): string | null;
  /** Lifetime in seconds of the tokens issued from now on. */
  setLifetime(seconds: number): void;
  /** Ends tokens at once, of one tenant or of all. */
  expire(tenantId?: string): void;
}

/** Real ones last 60 to 90 minutes; the answer says a second less than the hour. */
const LIFETIME_SECONDS = 3599;

export function createTokenStore(): TokenStore {
  const grants = new Map<string, Grant>();
  let lifetime = LIFETIME_SECONDS;
  const bearer = (authorization: string | undefined) => /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  return {
    issue(tenantId, permissions, now) {
      const token = randomBytes(60).toString('base64url');
      grants.set(token, { tenantId, permissions: [...permissions], expiresAt: now.getTime() + lifetime * 1000 });
      return { token, expiresInSeconds: lifetime };
    },
    verify(authorization, now) {
      const token = bearer(authorization);
      if (!token) throw unauthorized('Access token is empty.');
      const grant = grants.get(token);
      if (!grant) throw unauthorized('Access token validation failure. Invalid audience.');
      if (grant.expiresAt <= now.getTime()) throw unauthorized('Lifetime validation failed, the token is expired.');
      return grant;
    },
    tenantOf(authorization) {
      return grants.get(bearer(authorization) ?? '')?.tenantId ?? null;
    },
    setLifetime(seconds) {
      lifetime = seconds;
    },
    expire(tenantId) {
      for (const grant of grants.values()) {
        if (tenantId === undefined || grant.tenantId === tenantId) grant.expiresAt = 0;
      }
    },
  };
}

function unauthorized(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    'www-authenticate': 'Bearer realm="", client_id="00000003-0000-0000-c000-000000000000"',
  });
}
