/**
 * Where NinjaOne is served. An API app lives in one region and is unknown in all others.
 * Source: NinjaOne, "Regional API instances".
 */
export const REGIONS = {
  us: { name: 'United States', url: 'https://app.ninjarmm.com' },
  us2: { name: 'United States 2', url: 'https://us2.ninjarmm.com' },
  eu: { name: 'Europe', url: 'https://eu.ninjarmm.com' },
  oc: { name: 'Oceania', url: 'https://oc.ninjarmm.com' },
  ca: { name: 'Canada', url: 'https://ca.ninjarmm.com' },
  fed: { name: 'United States government', url: 'https://fed.ninjarmm.com' },
} as const satisfies Record<string, { name: string; url: string }>;

/** An address as a person knows it: the region's name, or the host of any other address. */
export function placeOf(apiUrl: string): string {
  const region = Object.values(REGIONS).find(({ url }) => url === apiUrl);
  return region ? `the region ${region.name}` : new URL(apiUrl).host;
}
