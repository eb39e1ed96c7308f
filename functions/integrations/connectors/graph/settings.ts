import type { GuardedFetch } from '../../../_kit/clients/guarded-fetch.ts';

/** What it takes to speak to one tenant. */
export interface GraphSettings {
  /** `https://graph.microsoft.com`, without version. */
  apiUrl: string;
  /** `https://login.microsoftonline.com`. */
  loginUrl: string;
  clientId: string;
  secret: string;
  /** Tenant id or domain. */
  tenant: string;
  fetch: GuardedFetch;
  /** Milliseconds for one attempt, body included. */
  timeoutMs?: number;
}
