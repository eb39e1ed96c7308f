import { companyArchived, companyChanged, companyCreated, companyRestored } from '../../events/companies.ts';
import type { NewFact } from '../../events/define.ts';
import {
  type Company,
  type CompanyChange,
  type CompanyFilter,
  type NewCompany,
  nameKey,
} from '../../shared/companies/company.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { AppError, notFound, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { pieces } from '../../shared/kernel/pieces.ts';
import { commit } from '../_kit/commit.ts';
import { hold, holdersOf, release } from '../_kit/guard.ts';
import { newId } from '../_kit/new-id.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, findMany, MOST_GETS, mustFind, page } from '../_kit/store.ts';
import { CompanyEntity, type CompanyRow } from './company.entity.ts';

const NAME = 'company-name';
const TAKEN = 'A client with this name exists already. Open it, or choose another name.';

/** The MSP's clients by name, only those that the actor sees. Archived ones when asked for. */
export async function list(scope: Scope, input: CompanyFilter): Promise<Page<Company>> {
  const { q, status, limit, cursor } = input;
  const wanted = q ? nameKey(q) : '';
  const keep = (row: CompanyRow) =>
    seesCompany(scope.actor, row.companyId) &&
    (status ? row.status === status : row.status !== 'archived') &&
    row.nameKey.includes(wanted);
  return page(scope, CompanyEntity, CompanyEntity.query.inMsp({ mspId: scope.mspId }), {
    limit,
    cursor,
    keep,
    filter: { q, status },
  });
}

/** One company. */
export async function get(scope: Scope, { companyId }: { companyId: string }): Promise<Company> {
  const found = await find(scope, CompanyEntity, CompanyEntity.get({ mspId: scope.mspId, companyId }));
  if (!found) throw notFound('company');
  return found;
}

const CLOSED = 'This portal is closed, because your company is archived at your provider. Ask them to open it again.';

/**
 * A company that the MSP serves: to people of an archived one its portal is closed until it is restored, whatever session they
 * still have.
 *
 * @throws 403 when the company is archived
 */
export async function served(scope: Scope, companyId: string): Promise<Company> {
  const company = await get(scope, { companyId });
  if (company.status === 'archived') throw new AppError(403, 'portal.closed', CLOSED);
  return company;
}

/** The company as it stands now, for a change; other features check a company with it too. */
export function current(scope: Scope, companyId: string): Promise<CompanyRow> {
  return mustFind(scope, CompanyEntity, CompanyEntity.get({ mspId: scope.mspId, companyId }), 'company');
}

/** Clients by the keys of these names, also those that the actor does not see: their names are taken all the same. */
export async function companiesNamed(scope: Scope, names: readonly string[]): Promise<Map<string, CompanyRow>> {
  const { mspId } = scope;
  const holders = await holdersOf(scope, NAME, [...new Set(names.map(nameKey))]);
  const gets = [...holders.values()].map((companyId) => CompanyEntity.get({ mspId, companyId }));
  const rows = await Promise.all(pieces(gets, MOST_GETS).map((some) => findMany(scope, CompanyEntity, some)));
  return new Map(rows.flat().map((row) => [row.nameKey, row]));
}

/** A client after a change, and the part of a commit that makes it so. */
interface Written {
  company: CompanyRow;
  ops: Op[];
  fact: NewFact;
}

export function created(scope: Scope, input: NewCompany, source: 'manual' | 'import' = 'manual'): Written {
  const company = stamped(scope, { ...input, companyId: newId(scope.now()), nameKey: nameKey(input.name) }, source);
  const { companyId } = company;
  const guard = hold(scope, NAME, company.nameKey, companyId, 'name', TAKEN);
  return { company, ops: [put(CompanyEntity, company), guard], fact: companyCreated.of({ companyId }) };
}

export async function create(scope: Scope, input: NewCompany): Promise<Company> {
  const { company, ops, fact } = created(scope, input);
  return commit(scope, ops, [fact], company);
}

export function changed(scope: Scope, before: CompanyRow, set: Partial<NewCompany>): Written {
  if (before.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you change it.');
  const after = revised(scope, before, { ...set, ...(set.name ? { nameKey: nameKey(set.name) } : {}) });
  const ops = [change(CompanyEntity, before, after), ...renamed(scope, before, after)];
  return { company: after, ops, fact: companyChanged.of({ companyId: before.companyId, fields: Object.keys(set) }) };
}

/** Changes the named fields. 409 when someone else was first. */
export async function edit(scope: Scope, { companyId, v, ...set }: CompanyChange): Promise<Company> {
  const { company, ops, fact } = changed(scope, basedOn(await current(scope, companyId), v, 'company'), set);
  return commit(scope, ops, [fact], company);
}

function renamed(scope: Scope, before: CompanyRow, after: CompanyRow): Op[] {
  if (before.nameKey === after.nameKey) return [];
  return [release(scope, NAME, before.nameKey), hold(scope, NAME, after.nameKey, after.companyId, 'name', TAKEN)];
}

/** Takes the client out of every list; nothing is deleted, and its name stays taken. */
export async function archive(scope: Scope, { companyId, v }: { companyId: string; v: number }): Promise<Company> {
  const before = basedOn(await current(scope, companyId), v, 'company');
  if (before.status === 'archived') throw refused('company.archived', 'This client is archived already.');
  const after = revised(scope, before, { status: 'archived', archivedAt: scope.now().toISOString() });
  return commit(scope, [change(CompanyEntity, before, after)], [companyArchived.of({ companyId })], after);
}

export async function restore(scope: Scope, { companyId, v }: { companyId: string; v: number }): Promise<Company> {
  const before = basedOn(await current(scope, companyId), v, 'company');
  if (before.status !== 'archived') throw refused('company.not-archived', 'This client is not archived.');
  const after = revised(scope, before, { status: 'active', archivedAt: undefined });
  return commit(scope, [change(CompanyEntity, before, after)], [companyRestored.of({ companyId })], after);
}
