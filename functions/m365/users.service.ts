import { nameKey } from '../../shared/companies/company.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { daysInactive } from '../../shared/m365/licence-waste.ts';
import { type M365Settings, priceOf } from '../../shared/m365/settings.ts';
import { skuName } from '../../shared/m365/sku.ts';
import type { M365User, M365UserFilter, M365UserRow } from '../../shared/m365/user.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, page } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import { orUnknown } from './known-company.ts';
import { settings } from './settings.service.ts';
import { UserEntity, type UserRow } from './tenant.entity.ts';

/** Accounts of one tenant read at once, when a sync judges them. */
const MOST = 100_000;

/** An account as its row holds it. */
export function shown({
  key,
  name,
  upn,
  mail,
  title,
  department,
  office,
  employer,
  kind,
  status,
  ...row
}: UserRow): M365User {
  return {
    userKey: key,
    name,
    upn,
    mail,
    title,
    department,
    office,
    employer,
    kind,
    enabled: status === 'enabled',
    skus: row.skus,
    lastSeen: row.lastSeen,
    seenKnown: row.seen,
    secondFactor: row.mfa,
    created: row.created,
  };
}

/** An account with names for its licences, and what they cost. */
export function listRow(user: M365User, rules: M365Settings, today: string): M365UserRow {
  return {
    ...user,
    licences: user.skus.map((partNumber) => ({ partNumber, name: skuName(partNumber) })),
    monthlyMinor: user.skus.reduce((sum, sku) => sum + (priceOf(rules, sku) ?? 0), 0),
    inactiveDays: daysInactive(user, today),
  };
}

/** A company's accounts by name; disabled ones only when asked for. */
export async function users(
  scope: Scope,
  { companyId, limit, cursor, status, kind, licence, q }: M365UserFilter,
): Promise<Page<M365UserRow>> {
  const owner = { mspId: scope.mspId, companyId };
  const query = UserEntity.query.byStatus(status === 'any' ? owner : { ...owner, status });
  const wanted = q ? nameKey(q) : '';
  const keep = (row: UserRow) =>
    (!kind || row.kind === kind) &&
    (!licence || row.skus.includes(licence)) &&
    (wanted === '' || nameKey(row.name).includes(wanted) || nameKey(row.upn).includes(wanted));
  const filter = { companyId, status, kind, licence, q };
  const [rows, rules] = await Promise.all([
    page(scope, UserEntity, query, { limit, cursor, keep, filter }),
    settings(scope),
  ]);
  const today = todayOf(scope);
  const items = rows.items.map((row) => listRow(shown(row), rules, today));
  return orUnknown(scope, companyId, items.length === 0, { ...rows, items });
}

/** All accounts of a company. */
export async function usersOf(scope: Scope, companyId: string): Promise<M365User[]> {
  const query = UserEntity.query.ofCompany({ mspId: scope.mspId, companyId });
  return (await all(scope, UserEntity, query, { most: MOST })).map(shown);
}
