import { type VendorId, vendorOf } from '../../shared/integrations/vendor.ts';
import type { GuardedFetch } from '../_kit/clients/guarded-fetch.ts';
import type { Scope } from '../_kit/scope.ts';
import { type Connector, VendorRefused } from './connectors/connector.ts';
import { graphConnector } from './connectors/graph/graph.connector.ts';
import { ninjaOneConnections } from './connectors/ninjaone/ninjaone.connector.ts';
import { vendorFetch } from './connectors/vendor-fetch.ts';
import { CredentialUnreadable, openCredential } from './credentials.service.ts';
import type { IntegrationRow } from './integration.entity.ts';

/** Opens a way to one organisation after another under one credential. */
export type OpenConnector = (externalId: string) => Connector;

/** What every vendor's connector is made of. */
interface Settings {
  apiUrl: string;
  loginUrl: string;
  clientId: string;
  secret: string;
  fetch: GuardedFetch;
}

/** How each vendor is spoken to: one that is missing here does not compile. */
const OPENERS: Record<VendorId, (settings: Settings) => OpenConnector> = {
  'microsoft-365': (settings) => (tenant) => graphConnector({ ...settings, tenant }),
  ninjaone: ninjaOneConnections,
};

/**
 * Opens the integration's credential once and hands out connectors, one for each organisation, for the length of a step.
 *
 * @throws VendorRefused `secret-unreadable` when the stored secret does not open
 */
export async function openConnections(scope: Scope, integration: IntegrationRow): Promise<OpenConnector> {
  const secret = await openCredential(scope, integration.integrationId).catch((error: unknown) => {
    if (error instanceof CredentialUnreadable) throw new VendorRefused('secret-unreadable', error.message);
    throw error;
  });
  const { vendor, clientId } = integration;
  const known = vendorOf(vendor);
  const [apiUrl, loginUrl] = [
    originOf(integration.apiUrl ?? known.apiUrl),
    originOf(integration.loginUrl ?? known.loginUrl),
  ];
  const open = new Map<string, Connector>();
  const connect = OPENERS[vendor]({ apiUrl, loginUrl, clientId, secret, fetch: vendorFetch() });
  return (externalId) => {
    const connector = open.get(externalId) ?? connect(externalId);
    open.set(externalId, connector);
    return connector;
  };
}

const originOf = (url: string) => new URL(url).origin;
