import { randomUUID } from 'node:crypto';
import type { TokenStore } from '../_kit/tokens.ts';
import type { Reply } from './reply.ts';
import { findTenant, type GraphWorld } from './world.ts';

/** How Entra words a refused client secret: deleted by somebody, or past its end date. */
export type SecretState = 'accepted' | 'deleted' | 'expired';

export interface Authority {
  world: GraphWorld;
  tokens: TokenStore;
  credentials: { secretState: SecretState };
}

const SCOPE = 'https://graph.microsoft.com/.default';
const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', pragma: 'no-cache' };

/**
 * The v2.0 token endpoint for `client_credentials`.
 * @param tenantName tenant GUID or domain of the path
 * @param form decoded form fields
 * @returns a token, or an error with the `AADSTS` code that Entra documents for the case
 */
export function tokenReply(authority: Authority, tenantName: string, form: URLSearchParams, now: Date): Reply {
  const { world, tokens } = authority;
  const refuse = (status: number, error: string, code: number, text: string) =>
    entraError(status, error, code, text, now);
  const tenant = findTenant(world, tenantName);
  if (!tenant) {
    return refuse(
      400,
      'invalid_request',
      90002,
      `Tenant '${tenantName}' not found. Check to make sure you have the correct tenant ID and are signing into the ` +
        'correct cloud. Check with your subscription administrator, this may happen if there are no active ' +
        'subscriptions for the tenant.',
    );
  }
  for (const name of ['grant_type', 'client_id', 'scope']) {
    if (form.get(name)) continue;
    const text = `The request body must contain the following parameter: '${name}'.`;
    return refuse(400, 'invalid_request', 900144, text);
  }
  const grantType = form.get('grant_type');
  if (grantType !== 'client_credentials') {
    const text = `The app requested an unsupported grant type '${grantType}'.`;
    return refuse(400, 'unsupported_grant_type', 70003, text);
  }
  const clientId = form.get('client_id');
  if (clientId !== world.app.clientId) {
    return refuse(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'. This can ` +
        'happen if the application has not been installed by the administrator of the tenant or consented to by any ' +
        'user in the tenant. You may have sent your authentication request to the wrong tenant.',
    );
  }
  const secret = form.get('client_secret');
  if (!secret) {
    const text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    return refuse(401, 'invalid_client', 7000218, text);
  }
  if (authority.credentials.secretState === 'expired') {
    const text = `The provided client secret keys for app '${clientId}' are expired.`;
    return refuse(401, 'invalid_client', 7000222, text);
  }
  if (authority.credentials.secretState === 'deleted' || !world.app.secrets.includes(secret)) {
    return refuse(
      401,
      'invalid_client',
      7000215,
      'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the ' +
        `client secret ID, for a secret added to app '${clientId}'.`,
    );
  }
  if (form.get('scope') !== SCOPE) {
    const text = `The provided value for scope ${form.get('scope')} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`;
    return refuse(400, 'invalid_scope', 1002012, text);
  }
  if (!tenant.consent.granted) {
    return refuse(
      401,
      'invalid_client',
      7000229,
      `The client application ${clientId} is missing service principal in the tenant ${tenant.id}. ` +
        'See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119',
    );
  }
  const { token, expiresInSeconds } = tokens.issue(
    { organisationId: tenant.id, rights: tenant.consent.permissions },
    now,
  );
  const body = {
    token_type: 'Bearer',
    expires_in: expiresInSeconds,
    ext_expires_in: expiresInSeconds,
    access_token: token,
  };
  return { status: 200, body, headers: HEADERS };
}

/** Entra's error body. Source: Microsoft identity platform, "OAuth 2.0 client credentials flow", error response. */
export function entraError(status: number, error: string, code: number, text: string, now: Date): Reply {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    status,
    headers: HEADERS,
    body: {
      error,
      error_description: `AADSTS${code}: ${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    },
  };
}
