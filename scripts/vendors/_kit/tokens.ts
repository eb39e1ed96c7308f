import { randomBytes } from 'node:crypto';

/** What a bearer token stands for. Rights are those of the moment it was issued. */
export interface Grant {
  /** The vendor's organisation that it opens; null where one credential opens all. */
  organisationId: string | null;
  rights: string[];
  expiresAt: number;
}

/** What an `Authorization` header turns out to be; the vendor words the refusal. */
export type Seen = { state: 'missing' | 'unknown' | 'expired' } | { state: 'good'; grant: Grant };

export interface TokenStore {
  issue(to: Pick<Grant, 'organisationId' | 'rights'>, now: Date): { token: string; expiresInSeconds: number };
  see(authorization: string | undefined, now: Date): Seen;
  /** The organisation that a token was issued for, expired or not; null for anything else. */
  organisationOf(authorization: string | undefined): string | null;
  /** Lifetime in seconds of the tokens issued from now on. */
  setLifetime(seconds: number): void;
  /** Ends tokens at once, of one organisation or of all. */
  expire(organisationId?: string): void;
}

/** @param lifetimeSeconds what the vendor gives unless a switch changes it */
export function createTokenStore(lifetimeSeconds: number): TokenStore {
  const grants = new Map<string, Grant>();
  let lifetime = lifetimeSeconds;
  const bearer = (authorization: string | undefined) => /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  return {
    issue({ organisationId, rights }, now) {
      const token = randomBytes(60).toString('base64url');
      grants.set(token, { organisationId, rights: [...rights], expiresAt: now.getTime() + lifetime * 1000 });
      return { token, expiresInSeconds: lifetime };
    },
    see(authorization, now) {
      const token = bearer(authorization);
      if (!token) return { state: 'missing' };
      const grant = grants.get(token);
      if (!grant) return { state: 'unknown' };
      return grant.expiresAt <= now.getTime() ? { state: 'expired' } : { state: 'good', grant };
    },
    organisationOf(authorization) {
      return grants.get(bearer(authorization) ?? '')?.organisationId ?? null;
    },
    setLifetime(seconds) {
      lifetime = seconds;
    },
    expire(organisationId) {
      for (const grant of grants.values()) {
        if (organisationId === undefined || grant.organisationId === organisationId) grant.expiresAt = 0;
      }
    },
  };
}
