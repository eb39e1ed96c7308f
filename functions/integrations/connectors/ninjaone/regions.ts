import { VENDORS } from '../../../../shared/integrations/vendor.ts';

/** An address as a person knows it: the region's name, or the host of any other address. */
export function placeOf(apiUrl: string): string {
  const region = VENDORS.ninjaone.regions.find((one) => one.apiUrl === apiUrl);
  return region ? `the region ${region.name}` : new URL(apiUrl).host;
}
