import { NewCompany, nameKey } from '../../shared/companies/company.ts';
import {
  COMPANY_FIELD_NAMES,
  type CompanyImport,
  type CompanyImportCheck,
  companyMark,
  domainOf,
  type ImportedCompany,
} from '../../shared/companies/company-import.ts';
import {
  changesOf,
  type Imported,
  type ImportVerdict,
  importedOf,
  isTwice,
  verdictOn,
} from '../../shared/csv/importing.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { notFound, refused } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { basedOn } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import { changed, companiesNamed, created, current } from './companies.service.ts';
import { CompanyEntity, type CompanyRow } from './company.entity.ts';

/** Clients of one MSP: far above what any serves. */
const MOST_COMPANIES = 20_000;

const UNSEEN = 'There is a client of this name that you do not see. Ask an owner for it, or correct the name.';
const SHARED = 'Several clients have this website. Use the name that the client has here.';
const ARCHIVED = 'This client is archived. Restore it first, then import this line again.';
const NOT_ARCHIVED = 'A file archives no client. Archive it on its page.';

/** Clients by the domain of their website; a domain that several have names none. */
async function byDomain(scope: Scope): Promise<Map<string, CompanyRow | 'several'>> {
  const rows = await all(scope, CompanyEntity, CompanyEntity.query.inMsp({ mspId: scope.mspId }), {
    most: MOST_COMPANIES,
  });
  const found = new Map<string, CompanyRow | 'several'>();
  for (const row of rows) {
    const domain = domainOf(row.website);
    if (domain && seesCompany(scope.actor, row.companyId)) found.set(domain, found.has(domain) ? 'several' : row);
  }
  return found;
}

function judge(scope: Scope, facts: ImportedCompany, company: CompanyRow | 'several' | undefined): ImportVerdict {
  if (company === 'several') return { outcome: 'refused', field: 'website', sentence: SHARED };
  if (company && !seesCompany(scope.actor, company.companyId))
    return { outcome: 'refused', field: 'name', sentence: UNSEEN };
  if (facts.status === 'archived' && company?.status !== 'archived')
    return { outcome: 'refused', field: 'status', sentence: NOT_ARCHIVED };
  if (!company) return { outcome: 'new' };
  const changes = changesOf(company, facts, COMPANY_FIELD_NAMES);
  if (changes.length > 0 && company.status === 'archived')
    return { outcome: 'refused', field: 'name', sentence: ARCHIVED };
  return verdictOn({ ...company, id: company.companyId }, changes);
}

/** Says what would become of each line of a file of clients, in its order. Nothing is written. */
export async function checkImport(scope: Scope, { rows }: CompanyImportCheck): Promise<{ rows: ImportVerdict[] }> {
  const named = await companiesNamed(
    scope,
    rows.map(({ name }) => name),
  );
  const isUnknown = ({ name, website }: ImportedCompany) => !named.has(nameKey(name)) && domainOf(website);
  const domains = rows.some(isUnknown) ? await byDomain(scope) : undefined;
  return {
    rows: rows.map((facts) => {
      const domain = domainOf(facts.website);
      return judge(scope, facts, named.get(nameKey(facts.name)) ?? ((domain && domains?.get(domain)) || undefined));
    }),
  };
}

/**
 * Writes lines of a file, all or none: new clients, which have from their MSP what the file does not say of them, and what it
 * says of those that are there.
 *
 * @throws 409 when a client was changed or added since the file was checked
 */
export async function importRows(scope: Scope, { rows }: CompanyImport): Promise<Imported> {
  if (isTwice(rows, companyMark))
    throw refused('company.twice', 'Two of these lines are about the same client. Send each client once.');
  const { timeZone, currency } = await currentMsp(scope);
  const written = await Promise.all(
    rows.map(async ({ facts: { status, ...facts }, over }) => {
      if (status === 'archived') throw refused('company.not-archived', NOT_ARCHIVED);
      const told = { ...facts, ...(status ? { status } : {}) };
      if (!over) return created(scope, NewCompany.parse({ timeZone, currency, ...told }), 'import');
      if (!seesCompany(scope.actor, over.id)) throw notFound('company');
      return changed(scope, basedOn(await current(scope, over.id), over.v, 'company'), told);
    }),
  );
  return commit(
    scope,
    written.flatMap(({ ops }) => ops),
    written.map(({ fact }) => fact),
    importedOf(rows),
  );
}
