import type { Budget } from '../budgets/budget.ts';
import type { Company } from '../companies/company.ts';
import type { Contact } from '../companies/contact.ts';
import type { Device } from '../devices/device.ts';
import type { FindingRow } from '../findings/finding.ts';
import type { Goal } from '../goals/goal.ts';
import { dateIn } from '../kernel/date.ts';
import type { M365User } from '../m365/user.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { PlannerItem } from '../planner/planner-item.ts';
import type { Report } from '../reports/report.ts';
import type { SearchType } from './search.ts';
import type { Texts } from './tokens.ts';

/** A record as it is found. */
export interface Findable extends Texts {
  recordId: string;
}

/** The records that can be found. */
export interface Searchable {
  client: Pick<Company, 'companyId' | 'name'>;
  contact: Pick<Contact, 'contactId' | 'name' | 'email'>;
  device: Pick<Device, 'deviceId' | 'name' | 'serial' | 'user' | 'retiredAt'>;
  'm365-user': Pick<M365User, 'userKey' | 'name' | 'upn'>;
  meeting: Pick<Meeting, 'meetingId' | 'title' | 'status' | 'startsAt' | 'timeZone'>;
  'planner-item': Pick<PlannerItem, 'plannerItemId' | 'title' | 'isArchived'>;
  budget: Pick<Budget, 'budgetId' | 'title' | 'status'>;
  goal: Pick<Goal, 'goalId' | 'title'>;
  finding: Pick<FindingRow, 'findingId' | 'title' | 'status'>;
  report: Pick<Report, 'reportId' | 'title'>;
}

/** A record that is out of use is not found. */
const unless = (isOut: boolean, found: Findable): Findable | undefined => (isOut ? undefined : found);

const RULES: { [T in SearchType]: (record: Searchable[T]) => Findable | undefined } = {
  client: ({ companyId, name }) => ({ recordId: companyId, label: name }),
  contact: ({ contactId, name, email }) => ({ recordId: contactId, label: name, hint: email }),
  device: ({ deviceId, name, serial, user, retiredAt }) =>
    unless(retiredAt !== undefined, { recordId: deviceId, label: name, hint: serial, also: user }),
  'm365-user': ({ userKey, name, upn }) => ({ recordId: userKey, label: name, hint: upn }),
  // Meetings of a series all have one title: their day tells them apart.
  meeting: ({ meetingId, title, status, startsAt, timeZone }) =>
    unless(status === 'cancelled', {
      recordId: meetingId,
      label: title,
      hint: dateIn(timeZone, new Date(startsAt)),
    }),
  'planner-item': ({ plannerItemId, title, isArchived }) =>
    unless(isArchived, { recordId: plannerItemId, label: title }),
  budget: ({ budgetId, title, status }) => unless(status === 'obsolete', { recordId: budgetId, label: title }),
  goal: ({ goalId, title }) => ({ recordId: goalId, label: title }),
  finding: ({ findingId, title, status }) => unless(status === 'healed', { recordId: findingId, label: title }),
  report: ({ reportId, title }) => ({ recordId: reportId, label: title }),
};

/** What a record is found by; undefined for one that is out of use. */
export function findable<T extends SearchType>(type: T, record: Searchable[T]): Findable | undefined {
  return RULES[type](record);
}
