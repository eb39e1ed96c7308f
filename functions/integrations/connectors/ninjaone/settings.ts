import type { GuardedFetch } from '../../../_kit/clients/guarded-fetch.ts';

/** What it takes to speak to one MSP's NinjaOne. */
export interface NinjaSettings {
  /** Origin of the region, for instance `https://eu.ninjarmm.com`. */
  apiUrl: string;
  clientId: string;
  secret: string;
  fetch: GuardedFetch;
  /** Milliseconds for one attempt, body included. */
  timeoutMs?: number;
}
