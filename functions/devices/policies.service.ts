import { policiesChanged } from '../../events/devices.ts';
import { DEVICE_TYPES } from '../../shared/devices/device-type.ts';
import {
  type CompanyPolicies,
  type CompanyPoliciesChange,
  DEFAULT_POLICIES,
  type LifecyclePolicies,
  type MspPolicies,
  type MspPoliciesChange,
  withOwn,
} from '../../shared/devices/lifecycle-policy.ts';
import { changedMeanwhile } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { change, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import { isSame } from '../_kit/same.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, findMany } from '../_kit/store.ts';
import { summaryOf } from '../_kit/summary.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { PolicyEntity, type PolicyRow, WHOLE_MSP } from './policy.entity.ts';

/** Companies of an MSP that have policies of their own. */
const MOST_OWN = 2_000;
const CURRENCY = 'USD';

/** What holds for each company of an MSP. */
export interface PolicyBook {
  currency: string;
  of(companyId: string): LifecyclePolicies;
}

/** What figures keep of the policies that they were counted by. */
interface CountedBy {
  currency: string;
  policies: Partial<LifecyclePolicies>;
}

function bookOf(rows: readonly PolicyRow[]): PolicyBook {
  const own = new Map(rows.map((row) => [row.owner, row]));
  const msp = own.get(WHOLE_MSP);
  const policies = withOwn(DEFAULT_POLICIES, msp?.policies ?? {});
  return {
    currency: msp?.currency ?? CURRENCY,
    of: (companyId) => withOwn(policies, own.get(companyId)?.policies ?? {}),
  };
}

const rowsOf = (scope: Scope, ...owners: string[]) =>
  findMany(
    scope,
    PolicyEntity,
    owners.map((owner) => PolicyEntity.get({ mspId: scope.mspId, owner })),
  );

/** The policies that hold for one company. */
export async function policyBook(scope: Scope, companyId: string): Promise<PolicyBook> {
  return bookOf(await rowsOf(scope, WHOLE_MSP, companyId));
}

/** The policies that hold for one company, those saved a moment ago among them: what figures are counted by. */
export async function newestPolicyBook(scope: Scope, companyId: string): Promise<PolicyBook> {
  const { mspId } = scope;
  const rows = await Promise.all(
    [WHOLE_MSP, companyId].map((owner) =>
      find(scope, PolicyEntity, PolicyEntity.get({ mspId, owner }), { consistent: true }),
    ),
  );
  return bookOf(rows.filter((row) => row !== undefined));
}

/** Policies as figures tell what they were counted by: the kinds whose policy is not the product's own. */
export function rulesIn({ currency, of }: PolicyBook, companyId: string): CountedBy {
  const held = of(companyId);
  const others = DEVICE_TYPES.filter((type) => !isSame(held[type], DEFAULT_POLICIES[type]));
  return { currency, policies: Object.fromEntries(others.map((type) => [type, held[type]])) };
}

/**
 * The policies by which a company's devices were last counted, so that the rows of a list agree with the figures above it;
 * those that hold while nothing was counted yet. One row is read for it: the figures follow changed policies at once.
 */
export async function countedPolicies(scope: Scope, companyId: string): Promise<PolicyBook> {
  const row = await summaryOf(scope, companyId, 'devices');
  const counted = row?.figures as Partial<CountedBy> | undefined;
  if (!counted?.policies || !counted.currency) return policyBook(scope, companyId);
  const policies = withOwn(DEFAULT_POLICIES, counted.policies);
  return { currency: counted.currency, of: () => policies };
}

/** The policies of all companies, for lists over all clients. */
export async function wholePolicyBook(scope: Scope): Promise<PolicyBook> {
  const query = PolicyEntity.query.ofMsp({ mspId: scope.mspId });
  return bookOf(await all(scope, PolicyEntity, query, { most: MOST_OWN }));
}

function shownToMsp(row: PolicyRow | undefined): MspPolicies {
  const policies = withOwn(DEFAULT_POLICIES, row?.policies ?? {});
  return { currency: row?.currency ?? CURRENCY, policies, v: row?.v ?? 0 };
}

/** The MSP's policies. */
export async function policies(scope: Scope): Promise<MspPolicies> {
  const [row] = await rowsOf(scope, WHOLE_MSP);
  return shownToMsp(row);
}

/** Changes the MSP's policies of the kinds named. What companies have decided for themselves stays. */
export async function setPolicies(scope: Scope, { v, ...set }: MspPoliciesChange): Promise<MspPolicies> {
  const [before] = await rowsOf(scope, WHOLE_MSP);
  if ((before?.v ?? 0) !== v) throw changedMeanwhile('device-policies', before?.v ?? 0);
  const currency = set.currency ?? before?.currency ?? CURRENCY;
  const merged = { ...before?.policies, ...set.policies };
  const after = before
    ? revised(scope, before, { currency, policies: merged })
    : stamped(scope, { owner: WHOLE_MSP, currency, policies: merged });
  const op = before ? change(PolicyEntity, before, after) : put(PolicyEntity, after);
  return commit(scope, [op], [policiesChanged.of({})], shownToMsp(after));
}

function shownToCompany(book: PolicyBook, companyId: string, row: PolicyRow | undefined): CompanyPolicies {
  const own = DEVICE_TYPES.filter((type) => row?.policies[type]);
  return { currency: book.currency, policies: book.of(companyId), own, v: row?.v ?? 0 };
}

/** What holds for one company, and which of it is its own. */
export async function companyPolicies(scope: Scope, { companyId }: { companyId: string }): Promise<CompanyPolicies> {
  const [rows] = await Promise.all([rowsOf(scope, WHOLE_MSP, companyId), companyOf(scope, { companyId })]);
  return shownToCompany(
    bookOf(rows),
    companyId,
    rows.find(({ owner }) => owner === companyId),
  );
}

/** Gives a company policies of its own, or (null) goes back to the MSP's. */
export async function setCompanyPolicies(
  scope: Scope,
  { companyId, v, policies: set }: CompanyPoliciesChange,
): Promise<CompanyPolicies> {
  const [rows] = await Promise.all([rowsOf(scope, WHOLE_MSP, companyId), companyOf(scope, { companyId })]);
  const before = rows.find(({ owner }) => owner === companyId);
  if ((before?.v ?? 0) !== v) throw changedMeanwhile('device-policies', before?.v ?? 0);
  const merged = Object.entries({ ...before?.policies, ...set }).filter(([, policy]) => policy);
  const own = Object.fromEntries(merged) as Partial<LifecyclePolicies>;
  const after = before
    ? revised(scope, before, { policies: own })
    : stamped(scope, { owner: companyId, policies: own });
  const op = before ? change(PolicyEntity, before, after) : put(PolicyEntity, after);
  const book = bookOf([...rows.filter(({ owner }) => owner !== companyId), after]);
  return commit(scope, [op], [policiesChanged.of({ companyId })], shownToCompany(book, companyId, after));
}
