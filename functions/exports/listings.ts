import type { ExportList } from '../../shared/exports/export.ts';
import { budgets, companies, findings, planner, reports } from './client-listings.ts';
import { devices } from './device-listing.ts';
import type { Listing } from './listing.ts';
import { m365Licences, m365Users } from './m365-listings.ts';

const LISTINGS: { [L in ExportList]: Listing<L> } = {
  companies,
  findings,
  planner,
  devices,
  'm365-users': m365Users,
  'm365-licences': m365Licences,
  budgets,
  reports,
};

/** How a list is exported. Its filter was checked against the list's own schema when the export was asked for. */
export function listingOf(list: ExportList): Listing {
  return LISTINGS[list] as Listing;
}
