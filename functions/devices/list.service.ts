import type { AllDevicesFilter, DeviceFilter, DeviceRow } from '../../shared/devices/device.ts';
import { quarterKey } from '../../shared/devices/fiscal-quarters.ts';
import { isSilent } from '../../shared/devices/fleet.ts';
import { LIFETIME } from '../../shared/devices/lifecycle.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { addDays, type CalendarDate } from '../../shared/kernel/calendar.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { nameKey } from '../../shared/kernel/text.ts';
import type { Scope } from '../_kit/scope.ts';
import { dateWindow, findMany, page } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { DeviceEntity, type DeviceRecord, type ListedDevice } from './device.entity.ts';
import { rowOf, shelfOf } from './device-records.ts';
import { countedPolicies, type PolicyBook, policyBook, wholePolicyBook } from './policies.service.ts';

/** Before any warranty. */
const FIRST_DAY: CalendarDate = '0000-01-01';

type Filter = Omit<DeviceFilter, 'limit' | 'cursor' | 'companyId'>;

const WARRANTIES: Record<NonNullable<Filter['warranty']>, (state: DeviceRow['warranty']) => boolean> = {
  expired: (state) => state === 'expired',
  expiring: (state) => state.startsWith('expiring'),
  active: (state) => state === 'active' || state === 'lifetime' || state.startsWith('expiring'),
  unknown: (state) => state === 'unknown',
};

/** Which rows a filter keeps. What indexes cannot say is judged row by row. */
function keeper(scope: Scope, filter: Filter, book: PolicyBook, fiscalYearStart: number) {
  const today = todayOf(scope);
  const { type, health, lifecycle, warranty, quarter, unseenDays } = filter;
  const wanted = nameKey(filter.q ?? '');
  const maker = nameKey(filter.manufacturer ?? '');
  const says = (...texts: (string | undefined)[]) => texts.some((text) => text && nameKey(text).includes(wanted));
  return (record: ListedDevice) => {
    if (type && record.type !== type) return false;
    if (health && record.health !== health) return false;
    if (maker && nameKey(record.manufacturer ?? '') !== maker) return false;
    if (unseenDays && !isSilent(record, today, unseenDays)) return false;
    if (wanted && !says(record.name, record.serial, record.user, record.model, record.site)) return false;
    if (!lifecycle && !warranty && !quarter) return true;
    const row = rowOf(record, book, today);
    if (lifecycle && row.lifecycle !== lifecycle) return false;
    if (warranty && !WARRANTIES[warranty](row.warranty)) return false;
    if (!quarter) return true;
    // As in the figures: what is overdue counts there, and in no quarter.
    if (!row.replacementDue || row.lifecycle === 'overdue') return false;
    return quarterKey(row.replacementDue, fiscalYearStart) === quarter;
  };
}

/** What rows are reckoned by, and which of them a list keeps. */
interface Rules {
  book: PolicyBook;
  keep: (record: ListedDevice) => boolean;
}

/** First month of the fiscal year: only quarters are told by it. */
const ANY_YEAR = { fiscalYearStart: 1 };

async function rulesOf(scope: Scope, companyId: string, filter: Filter): Promise<Rules> {
  const company = filter.quarter ? companyOf(scope, { companyId }) : ANY_YEAR;
  const [book, { fiscalYearStart }] = await Promise.all([countedPolicies(scope, companyId), company]);
  return { book, keep: keeper(scope, filter, book, fiscalYearStart) };
}

async function rulesOfAll(scope: Scope, filter: Filter): Promise<Rules> {
  const book = await wholePolicyBook(scope);
  const fits = keeper(scope, filter, book, ANY_YEAR.fiscalYearStart);
  return { book, keep: (record) => seesCompany(scope.actor, record.companyId) && fits(record) };
}

type Query = Parameters<typeof page>[2];
type Covered = Pick<DeviceRecord, 'covered'>;
type Windowed = Query & { between(from: Covered, to: Covered): Query };
type Paging = Omit<Parameters<typeof page>[3], 'keep'>;

/** A page of an index, its rows reckoned. The rules are read beside it, not before. */
async function reckoned(scope: Scope, query: Query, paging: Paging, rules: Promise<Rules>): Promise<Page<DeviceRow>> {
  const keep = rules.then((read) => read.keep);
  // All three are waited for: whichever fails first, no failure of another goes unheard.
  const [found, { book }] = await Promise.all([page(scope, DeviceEntity, query, { ...paging, keep }), rules, keep]);
  const today = todayOf(scope);
  return { ...found, items: found.items.map((record) => rowOf(record, book, today)) };
}

/** Ends of warranties from one day to another, both included. */
const ends = (from: CalendarDate, to: CalendarDate) =>
  dateWindow(from, to).map((covered) => ({ covered })) as [Covered, Covered];

/** What the index by warranty can tell by itself of the warranties that a filter asks for. */
function windowOf({ warranty }: Filter, today: CalendarDate): [Covered, Covered] | undefined {
  if (warranty === 'expired') return ends(FIRST_DAY, addDays(today, -1));
  if (warranty === 'expiring') return ends(today, addDays(today, 90));
  return warranty === 'active' ? ends(today, LIFETIME) : undefined;
}

/** Devices by the end of their warranty, no further than a filter looks. */
function byWarranty(scope: Scope, query: Windowed, filter: Filter): Query {
  const window = windowOf(filter, todayOf(scope));
  return window ? query.between(...window) : query;
}

/** One client's devices, by name or by the end of their warranty. 404 when there is no such client. */
export async function list(
  scope: Scope,
  { companyId, limit, cursor, ...filter }: DeviceFilter,
): Promise<Page<DeviceRow>> {
  const key = { mspId: scope.mspId, companyId, shelf: shelfOf(filter.retired) };
  const query =
    filter.sort === 'name'
      ? DeviceEntity.query.byName(key)
      : byWarranty(scope, DeviceEntity.query.byWarranty(key), filter);
  const paging = { limit, cursor, filter: { companyId, ...filter } };
  const found = await reckoned(scope, query, paging, rulesOf(scope, companyId, filter));
  // Devices prove their client: only where there are none is it looked for.
  if (found.items.length === 0) await companyOf(scope, { companyId });
  return found;
}

/** The devices of all clients that the actor sees. */
export function listAll(scope: Scope, { limit, cursor, ...filter }: AllDevicesFilter): Promise<Page<DeviceRow>> {
  const key = { mspId: scope.mspId, shelf: shelfOf(filter.retired) };
  const query =
    filter.sort === 'name'
      ? DeviceEntity.query.inMsp(key)
      : byWarranty(scope, DeviceEntity.query.inMspByWarranty(key), filter);
  return reckoned(scope, query, { limit, cursor, filter }, rulesOfAll(scope, filter));
}

/** Devices of one client by id, in the order asked for; those that do not exist are absent. Up to 100 of them. */
export async function byIds(scope: Scope, companyId: string, deviceIds: readonly string[]): Promise<DeviceRow[]> {
  const gets = deviceIds.map((deviceId) => DeviceEntity.get({ mspId: scope.mspId, companyId, deviceId }));
  const [book, found] = await Promise.all([policyBook(scope, companyId), findMany(scope, DeviceEntity, gets)]);
  const today = todayOf(scope);
  return found.map((record) => rowOf(record, book, today));
}
