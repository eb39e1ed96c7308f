import * as budgets from './budgets.ts';
import * as companies from './companies.ts';
import type { FactDefinition } from './define.ts';
import * as devices from './devices.ts';
import * as findings from './findings.ts';
import * as goals from './goals.ts';
import * as integrations from './integrations.ts';
import * as m365 from './m365.ts';
import * as meetings from './meetings.ts';
import * as planner from './planner.ts';
import * as reports from './reports.ts';

/** A fact that an MSP may have told to systems of its own. */
export type OutwardFact = FactDefinition & { readonly outward: string };

const isOutward = (fact: FactDefinition): fact is OutwardFact => fact.outward !== undefined;

/** All facts that may leave the house, in product order. Who came in and who may (identity) is nobody else's business. */
export const OUTWARD_FACTS: readonly OutwardFact[] = [
  companies,
  findings,
  integrations,
  devices,
  m365,
  goals,
  planner,
  budgets,
  meetings,
  reports,
].flatMap((feature) => Object.values(feature as Record<string, FactDefinition>).filter(isOutward));
