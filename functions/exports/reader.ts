import { EXPORTABLE } from '../../shared/exports/export.ts';
import type { VisibleCompanies } from '../../shared/identity/membership.ts';
import { type Actor, permit, seesCompany } from '../../shared/kernel/actor.ts';
import { AppError } from '../../shared/kernel/error.ts';
import type { Scope } from '../_kit/scope.ts';
import { activeStaff } from '../identity/directory.service.ts';
import type { ExportRow } from './export.entity.ts';

/** Who asked may no longer read what they asked for. */
export class ExportForbidden extends Error {
  override name = 'ExportForbidden';
}

/**
 * The scope of whoever asked, with the rights that they have now: the lists show this job what they would show that person.
 *
 * @throws ExportForbidden when they left, lost the permission, or no longer see the client
 */
export async function readerOf(scope: Scope, { userId, exportId, list, companyId }: ExportRow): Promise<Scope> {
  const { role, companies } = await activeStaff(scope, userId).catch((error: unknown) => {
    throw error instanceof AppError && error.status === 404 ? new ExportForbidden('Who asked has left.') : error;
  });
  const actor: Actor = { kind: 'staff', mspId: scope.mspId, userId, role, companies };
  if (permit(actor, EXPORTABLE[list], { companyId }) !== 'allowed')
    throw new ExportForbidden('Who asked may no longer read this.');
  // Cursors of this reading are good for all its steps and for nobody else.
  return { ...scope, actor, access: 'read', operation: 'exports.read', cursorKey: exportId };
}

/** Clients of which a file may tell: those that its reader saw at its earlier parts, and those that they see now. */
export function seenBy({ actor }: Scope, before: VisibleCompanies = []): VisibleCompanies {
  const now = actor.kind === 'staff' ? actor.companies : 'all';
  return before === 'all' || now === 'all' ? 'all' : [...new Set([...before, ...now])];
}

/** True for an actor who may read the list still, and sees every client of which the file may tell. */
export function mayHave(actor: Actor, { list, companyId, companies = 'all' }: ExportRow): boolean {
  if (permit(actor, EXPORTABLE[list], { companyId }) !== 'allowed') return false;
  if (companyId !== undefined || actor.kind !== 'staff' || actor.companies === 'all') return true;
  return companies !== 'all' && companies.every((one) => seesCompany(actor, one));
}
