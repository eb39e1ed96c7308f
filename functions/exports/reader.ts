import { EXPORTABLE } from '../../shared/exports/export.ts';
import { type Actor, permit } from '../../shared/kernel/actor.ts';
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
