import { SEARCH_TYPES, type SearchType } from '../shared/search/search.ts';
import { budgetChanged } from './budgets.ts';
import { companyArchived, companyChanged, companyCreated, companyRestored } from './companies.ts';
import type { FactDefinition } from './define.ts';
import { deviceChanged, devicesImported, devicesMoved, devicesPurged, devicesSynced } from './devices.ts';
import { findingsReconciled } from './findings.ts';
import { goalChanged, goalCreated } from './goals.ts';
import { companyPurged, usersSynced } from './m365.ts';
import { meetingChanged } from './meetings.ts';
import { plannerItemArchived, plannerItemChanged, plannerItemCreated } from './planner.ts';
import { reportChanged, reportRequested } from './reports.ts';

/* Facts of other features that the search follows. It has none of its own. */

/** One record was made, changed or taken away, by the id that its fact names it by. */
export const ONE_RECORD: readonly FactDefinition[] = [
  deviceChanged,
  goalCreated,
  goalChanged,
  plannerItemCreated,
  plannerItemChanged,
  plannerItemArchived,
  budgetChanged,
  meetingChanged,
  reportChanged,
  reportRequested,
];

/** Many records of a client at once: of which types. A client's people have no facts of their own. */
export const MANY_RECORDS: readonly { fact: FactDefinition; types: readonly SearchType[] }[] = [
  { fact: companyCreated, types: ['client'] },
  { fact: companyChanged, types: ['client', 'contact'] },
  { fact: companyArchived, types: SEARCH_TYPES },
  { fact: companyRestored, types: SEARCH_TYPES },
  { fact: findingsReconciled, types: ['finding'] },
  { fact: devicesImported, types: ['device'] },
  { fact: devicesMoved, types: ['device'] },
  { fact: devicesSynced, types: ['device'] },
  { fact: devicesPurged, types: ['device'] },
  { fact: usersSynced, types: ['m365-user'] },
  { fact: companyPurged, types: ['m365-user'] },
];
export const MANY_FACTS = MANY_RECORDS.map(({ fact }) => fact);
