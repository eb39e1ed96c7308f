import { AppError } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { SearchType } from '../../shared/search/search.ts';
import type { Texts } from '../../shared/search/tokens.ts';
import { every } from '../_kit/every.ts';
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

/** A record as it is found. */
export interface Findable extends Texts {
  recordId: string;
}

/** A record of a client. */
export interface OneRecord {
  companyId: string;
  type: SearchType;
  recordId: string;
}

type Paging = { limit: number; cursor: string | undefined };
const whole = <T>(read: (paging: Paging) => Promise<Page<T>>) => every((cursor) => read({ limit: 100, cursor }));

/** A record that is out of use is not found. */
const unless = (gone: boolean, found: Findable): Findable[] => (gone ? [] : [found]);

type Device = Awaited<ReturnType<typeof currentDevice>>;
const device = ({ deviceId, name, serial, user, retiredAt }: Device) =>
  unless(retiredAt !== undefined, { recordId: deviceId, label: name, hint: serial, also: user });
const item = ({ plannerItemId, title, isArchived }: { plannerItemId: string; title: string; isArchived: boolean }) =>
  unless(isArchived, { recordId: plannerItemId, label: title });
const goal = ({ goalId, title }: { goalId: string; title: string }) => [{ recordId: goalId, label: title }];
const report = ({ reportId, title }: { reportId: string; title: string }) => [{ recordId: reportId, label: title }];

type ReadAll = (scope: Scope, companyId: string) => Promise<Findable[]>;

/** All records of a type that a client has and that can be found, through the verbs of the features that own them. */
const ALL: Record<SearchType, ReadAll> = {
  client: async (scope, companyId) => [{ recordId: companyId, label: (await currentCompany(scope, companyId)).name }],
  contact: async (scope, companyId) =>
    (await contactsOf(scope, companyId)).map(({ contactId, name, email }) => ({
      recordId: contactId,
      label: name,
      hint: email,
    })),
  device: async (scope, companyId) => (await devicesOf(scope, companyId)).flatMap(device),
  'm365-user': async (scope, companyId) =>
    (await usersOf(scope, companyId)).map(({ userKey, name, upn }) => ({ recordId: userKey, label: name, hint: upn })),
  finding: async (scope, companyId) =>
    (await findingsOf(scope, companyId)).flatMap(({ findingId, title, status }) =>
      unless(status === 'healed', { recordId: findingId, label: title }),
    ),
  goal: async (scope, companyId) => (await board(scope, { companyId })).items.flatMap(goal),
  'planner-item': async (scope, companyId) => (await itemRows(scope, companyId, { consistent: true })).flatMap(item),
  budget: async (scope, companyId) =>
    (await whole((paging) => budgetsOf(scope, { companyId, ...paging }))).flatMap(({ budgetId, title, status }) =>
      unless(status === 'obsolete', { recordId: budgetId, label: title }),
    ),
  meeting: async (scope, companyId) => {
    const phases = (['ahead', 'over'] as const).map((phase) =>
      whole((paging) => meetingsOf(scope, { companyId, phase, ...paging })),
    );
    return (await Promise.all(phases))
      .flat()
      .flatMap(({ meetingId, title, status }) => unless(status === 'cancelled', { recordId: meetingId, label: title }));
  },
  report: async (scope, companyId) =>
    (await whole((paging) => reportsOf(scope, { companyId, ...paging }))).flatMap(report),
};

/** One record, where that is cheaper than all of the client's. */
const ONE: Partial<Record<SearchType, (scope: Scope, companyId: string, id: string) => Promise<Findable[]>>> = {
  device: async (scope, companyId, deviceId) => device(await currentDevice(scope, { companyId, deviceId })),
  goal: async (scope, companyId, goalId) => goal(await goalOf(scope, { companyId, goalId })),
  'planner-item': async (scope, companyId, plannerItemId) => item(await itemOf(scope, { companyId, plannerItemId })),
  report: async (scope, companyId, reportId) => report(await reportOf(scope, { companyId, reportId })),
};

/** Nothing when it does not exist any more. */
async function orNothing(reading: Promise<Findable[]>): Promise<Findable[]> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return [];
    throw error;
  }
}

/** True while records of the client may be found: an archived one takes all it has with it. */
export async function isServed(scope: Scope, companyId: string): Promise<boolean> {
  return (await currentCompany(scope, companyId)).status !== 'archived';
}

/** The client's records of a type that can be found. */
export const recordsOf = (scope: Scope, companyId: string, type: SearchType): Promise<Findable[]> =>
  ALL[type](scope, companyId);

/** A record as it can be found; undefined when it cannot, any more. */
export async function recordOf(scope: Scope, { companyId, type, recordId }: OneRecord): Promise<Findable | undefined> {
  const found = await orNothing(ONE[type]?.(scope, companyId, recordId) ?? recordsOf(scope, companyId, type));
  return found.find((one) => one.recordId === recordId);
}
