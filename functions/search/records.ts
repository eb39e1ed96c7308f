import { AppError } from '../../shared/kernel/error.ts';
import { every } from '../../shared/kernel/every.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { type Findable, findable, type Searchable } from '../../shared/search/findable.ts';
import type { SearchType } from '../../shared/search/search.ts';
import type { Scope } from '../_kit/scope.ts';
import { list as budgetsOf } from '../budgets/budgets.service.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { contactsOf } from '../companies/contacts.service.ts';
import { devicesOf } from '../devices/assess.service.ts';
import { current as currentDevice } from '../devices/devices.service.ts';
import { findingsOf } from '../findings/findings.service.ts';
import { board, get as goalOf } from '../goals/goals.service.ts';
import { usersOf } from '../m365/users.service.ts';
import { list as meetingsOf } from '../meetings/meetings.service.ts';
import { itemRows } from '../planner/estimates.service.ts';
import { get as itemOf } from '../planner/planner.service.ts';
import { get as reportOf, list as reportsOf } from '../reports/reports.service.ts';

/** A record of a client. */
export interface OneRecord {
  companyId: string;
  type: SearchType;
  recordId: string;
}

type Paging = { limit: number; cursor: string | undefined };
const whole = <T>(read: (paging: Paging) => Promise<Page<T>>) => every((cursor) => read({ limit: 100, cursor }));

type ReadAll<R> = (scope: Scope, companyId: string) => Promise<R[]>;
type ReadOne<R> = (scope: Scope, companyId: string, recordId: string) => Promise<R>;

/** All records of a type that a client has, through the verbs of the features that own them. */
const ALL: { [T in SearchType]: ReadAll<Searchable[T]> } = {
  client: async (scope, companyId) => [await currentCompany(scope, companyId)],
  contact: contactsOf,
  device: devicesOf,
  'm365-user': usersOf,
  meeting: async (scope, companyId) => {
    const listed = (phase: 'ahead' | 'over') => whole((paging) => meetingsOf(scope, { companyId, phase, ...paging }));
    return (await Promise.all([listed('ahead'), listed('over')])).flat();
  },
  'planner-item': (scope, companyId) => itemRows(scope, companyId, { consistent: true }),
  budget: (scope, companyId) => whole((paging) => budgetsOf(scope, { companyId, ...paging })),
  goal: async (scope, companyId) => (await board(scope, { companyId })).items,
  finding: findingsOf,
  report: (scope, companyId) => whole((paging) => reportsOf(scope, { companyId, ...paging })),
};

/** One record, where that is cheaper than all of the client's. */
const ONE: { [T in SearchType]?: ReadOne<Searchable[T]> } = {
  device: (scope, companyId, deviceId) => currentDevice(scope, { companyId, deviceId }),
  'planner-item': (scope, companyId, plannerItemId) => itemOf(scope, { companyId, plannerItemId }),
  goal: (scope, companyId, goalId) => goalOf(scope, { companyId, goalId }),
  report: (scope, companyId, reportId) => reportOf(scope, { companyId, reportId }),
};

/** Nothing when it does not exist any more. */
async function orNothing<T>(reading: Promise<T>): Promise<T[]> {
  try {
    return [await reading];
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return [];
    throw error;
  }
}

/** True while records of the client may be found: an archived one takes all it has with it. */
export async function isServed(scope: Scope, companyId: string): Promise<boolean> {
  const [company] = await orNothing(currentCompany(scope, companyId));
  return company !== undefined && company.status !== 'archived';
}

/** The client's records of a type that can be found. */
export async function recordsOf<T extends SearchType>(scope: Scope, companyId: string, type: T): Promise<Findable[]> {
  return (await ALL[type](scope, companyId)).flatMap((record) => findable(type, record) ?? []);
}

/** A record as it can be found; undefined when it cannot, any more. */
export async function recordOf(scope: Scope, { companyId, type, recordId }: OneRecord): Promise<Findable | undefined> {
  const read = ONE[type];
  if (!read) return (await recordsOf(scope, companyId, type)).find((one) => one.recordId === recordId);
  const [record] = await orNothing<Searchable[SearchType]>(read(scope, companyId, recordId));
  return record && findable(type, record as never);
}
