import type { Integration } from '../../../shared/integrations/integration.ts';
import { vendorOf } from '../../../shared/integrations/vendors.ts';
import { testMayCome } from './queries.ts';

/** A connection is tested on an organisation, where the vendor does not list them itself. */
export function isTestable({ vendor, homeTenant, organisations }: Integration): boolean {
  return vendorOf(vendor).organisationsAre === 'listed' || Boolean(homeTenant) || organisations > 0;
}

/** A new secret is tested by itself: the result of that test is not there yet. */
export function awaitsTest(integration: Integration): boolean {
  return isTestable(integration) && testMayCome(integration);
}
