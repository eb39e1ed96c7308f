import { randomUUID } from 'node:crypto';
import type { TokenStore } from '../_kit/tokens.ts';
import type { Reply } from './reply.ts';
import type { NinjaWorld } from './world.ts';

export interface Authority {
  world: NinjaWorld;
  tokens: TokenStore;
  credentials: { accepted: boolean };
}

/** Source: NinjaOne, "OAuth token configuration": an access token lasts an hour. */
export const LIFETIME_SECONDS = 3600;

const refuse = (status: number, error: string, description: string): Reply => ({
  status,
  body: { error, error_description: description },
  headers: {},
});

/**
 * The token endpoint for `client_credentials`. An app that asks for a scope it does not have is refused as a whole (GitHub,
 * WYRE-AI/ninjaone-mcp pull request 87); an unknown app is a 404, as on an instance of another region.
 *
 * @param form decoded form fields
 */
export function tokenReply({ world, tokens, credentials }: Authority, form: URLSearchParams, now: Date): Reply {
  const { app } = world;
  if (form.get('grant_type') !== 'client_credentials') {
    return refuse(400, 'unsupported_grant_type', 'Unsupported grant type');
  }
  if (form.get('client_id') !== app.clientId) {
    const body = { resultCode: 'Client app not exist', incidentId: `WEB-${randomUUID().slice(0, 8)}` };
    return { status: 404, body, headers: {} };
  }
  if (!credentials.accepted || !app.secrets.includes(form.get('client_secret') ?? '')) {
    return refuse(401, 'invalid_client', 'Invalid client credentials');
  }
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (scopes.length === 0 || scopes.some((scope) => !(app.scopes as string[]).includes(scope))) {
    return refuse(400, 'invalid_scope', 'Requested scope is not allowed for the client');
  }
  const { token, expiresInSeconds } = tokens.issue({ organisationId: null, rights: scopes }, now);
  const body = { access_token: token, expires_in: expiresInSeconds, scope: scopes.join(' '), token_type: 'Bearer' };
  return { status: 200, body, headers: {} };
}
