import { AddressRefused, type GuardedFetch, guardedFetch, listedHosts } from '../../_kit/clients/guarded-fetch.ts';
import { VendorRefused } from './connector.ts';

/** How connectors call: an address that must not be called is a refusal that a person can put right. */
export function vendorFetch(hosts: readonly string[] = listedHosts()): GuardedFetch {
  const call = guardedFetch(hosts);
  return async (url, request) => {
    try {
      return await call(url, request);
    } catch (error) {
      if (error instanceof AddressRefused) throw new VendorRefused('address-refused', error.message);
      throw error;
    }
  };
}
