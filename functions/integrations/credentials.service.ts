import { type SealContext, seal, unseal } from '../_kit/envelope.ts';
import { failure, logger } from '../_kit/logger.ts';
import { erase, type Op, replace } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { vaultRow } from '../_kit/vault-row.ts';
import { CredentialEntity } from './credential.entity.ts';

/** The stored secret cannot be opened: altered, moved to another row, or its key is gone. */
export class CredentialUnreadable extends Error {
  override name = 'CredentialUnreadable';
}

interface Owner {
  mspId: string;
  integrationId: string;
}

/** What a secret is bound to: it opens for this MSP, this integration and this version only. */
function contextOf({ mspId, integrationId }: Owner, keyVersion: number): SealContext {
  return { mspId, integrationId, purpose: 'vendor-credential', keyVersion: String(keyVersion) };
}

/** The scope of a commit that changes a secret together with its integration. */
export function sealing(scope: Scope): Scope {
  return { ...scope, access: 'credentials' };
}

/**
 * Seals a vendor secret, over an older one if there is one. The caller commits what is given back in one commit under
 * `sealing(scope)`: a secret never stands without the integration that speaks of it, nor the other way round.
 *
 * @returns what may be shown of it, and the write
 */
export async function sealCredential(scope: Scope, integrationId: string, keyVersion: number, secret: string) {
  const owner = { mspId: scope.mspId, integrationId };
  const last4 = secret.slice(-4);
  const setAt = scope.now().toISOString();
  const sealed = await seal(contextOf(owner, keyVersion), secret);
  const row = { ...owner, keyVersion, last4, createdAt: setAt, sealed };
  return { fact: { configured: true, last4, setAt }, op: replace(CredentialEntity, row) };
}

/** Deletes the secret for good, in a commit under `sealing(scope)`: without its wrapped key no backup of the row opens. */
export function destroyCredential({ mspId }: Scope, integrationId: string): Op {
  return erase(CredentialEntity, { mspId, integrationId });
}

/**
 * The secret of an integration, for the length of one sync step or test. Only functions with `credentials: 'open'` get
 * this far.
 *
 * @throws CredentialUnreadable when there is none or it does not open under this MSP and integration
 */
export async function openCredential(scope: Scope, integrationId: string): Promise<string> {
  const owner = { mspId: scope.mspId, integrationId };
  const row = await vaultRow(CredentialEntity, CredentialEntity.get(owner), scope.units);
  if (!row) throw new CredentialUnreadable('There is no stored secret.');
  try {
    return await unseal(contextOf(owner, row.keyVersion), row.sealed);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // A row that opens for nobody may have been copied from another MSP: that is worth an operator's look.
    logger.error('credential refused', { mspId: scope.mspId, operation: scope.operation, failure: failure(error) });
    throw new CredentialUnreadable('The stored secret does not open for this integration.');
  }
}

/** KMS refuses a foreign context by name; a wrong tag is Node's own error without one. An outage is neither. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'InvalidCiphertextException' || error.message.includes('unable to authenticate');
}
