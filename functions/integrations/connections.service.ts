import { VENDORS } from '../../shared/integrations/vendor.ts';
import { optionalEnv } from '../_kit/env.ts';
import type { Scope } from '../_kit/scope.ts';
import { type Connector, VendorRefused } from './connectors/connector.ts';
import { graphConnector } from './connectors/graph/graph.connector.ts';
import { guardedFetch } from './connectors/guarded-fetch.ts';
import { CredentialUnreadable, openCredential } from './credentials.service.ts';
import type { IntegrationRow } from './integration.entity.ts';

/** Opens a way to one organisation after another under one credential. */
export type OpenConnector = (externalId: string) => Connector;

/**
 * Opens the integration's credential once and hands out connectors, one for each organisation, for the length of a step.
 *
 * @throws VendorRefused `secret-unreadable` when the stored secret does not open
 */
export async function openConnections(scope: Scope, integration: IntegrationRow): Promise<OpenConnector> {
  const { apiUrl, loginUrl } = VENDORS[integration.vendor];
  const secret = await openCredential(scope, integration.integrationId).catch((error: unknown) => {
    if (error instanceof CredentialUnreadable) throw new VendorRefused('secret-unreadable', error.message);
    throw error;
  });
  const fetch = guardedFetch(listedHosts());
  const open = new Map<string, Connector>();
  return (tenant) => {
    const known = open.get(tenant);
    if (known) return known;
    const connector = graphConnector({
      apiUrl: originOf(integration.apiUrl ?? apiUrl),
      loginUrl: originOf(integration.loginUrl ?? loginUrl),
      clientId: integration.clientId,
      secret,
      tenant,
      fetch,
    });
    open.set(tenant, connector);
    return connector;
  };
}

/** Hosts that the stage lets connectors call beside public https ones. */
export function listedHosts(): string[] {
  return (optionalEnv('VENDOR_HOSTS') ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
}

const originOf = (url: string) => new URL(url).origin;
