import type { SearchType } from '../shared/search/search.ts';
import { budgetChanged } from './budgets.ts';
import { companyArchived, companyChanged, companyCreated, companyRestored } from './companies.ts';
import type { FactDefinition } from './define.ts';
import { deviceChanged, devicesImported, devicesPurged, devicesSynced } from './devices.ts';
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

/** Many records of a client at once, and of which type. */
export const MANY_RECORDS: readonly { fact: FactDefinition; type: SearchType }[] = [
  { fact: devicesImported, type: 'device' },
  { fact: devicesSynced, type: 'device' },
  { fact: devicesPurged, type: 'device' },
  { fact: usersSynced, type: 'm365-user' },
  { fact: companyPurged, type: 'm365-user' },
  { fact: findingsReconciled, type: 'finding' },
];
export const MANY_FACTS = MANY_RECORDS.map(({ fact }) => fact);

/** A client or one of its people was added or changed. */
export const ONE_CLIENT: readonly FactDefinition[] = [companyCreated, companyChanged];
/** A client left or came back, with all its records. */
export const CLIENT_STANDING: readonly FactDefinition[] = [companyArchived, companyRestored];
