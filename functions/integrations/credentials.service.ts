import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ownDynamo } from '../_kit/clients/aws.ts';
import { env } from '../_kit/env.ts';
import { type SealContext, seal, unseal } from '../_kit/envelope.ts';
import { failure, logger } from '../_kit/logger.ts';
import type { Scope } from '../_kit/scope.ts';
import { recordOf, stored } from '../_kit/stored-row.ts';
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

function keyOf(owner: Owner) {
  return CredentialEntity.get(owner).params({ table: env('VAULT_TABLE') }) as {
    TableName: string;
    Key: Record<string, string>;
  };
}

/**
 * Seals a vendor secret into the vault, over an older one if there is one. Runs under the function's own role, which can
 * write here and never read.
 *
 * @returns what may be shown of it
 */
export async function sealCredential(scope: Scope, integrationId: string, keyVersion: number, secret: string) {
  const owner = { mspId: scope.mspId, integrationId };
  const last4 = secret.slice(-4);
  const setAt = scope.now().toISOString();
  const sealed = await seal(contextOf(owner, keyVersion), secret);
  const row = { ...owner, keyVersion, last4, createdAt: setAt, sealed };
  const { Item } = CredentialEntity.put(row).params({ table: env('VAULT_TABLE') }) as {
    Item: Record<string, unknown>;
  };
  await ownDynamo().send(new PutCommand({ TableName: env('VAULT_TABLE'), Item: stored(CredentialEntity, Item) }));
  return { configured: true, last4, setAt };
}

/** Deletes the secret for good: without its wrapped key no backup of the row opens either. */
export async function destroyCredential(scope: Scope, integrationId: string): Promise<void> {
  await ownDynamo().send(new DeleteCommand(keyOf({ mspId: scope.mspId, integrationId })));
}

/**
 * The secret of an integration, for the length of one sync step or test. Only functions with `credentials: 'open'` get
 * this far.
 *
 * @throws CredentialUnreadable when there is none or it does not open under this MSP and integration
 */
export async function openCredential(scope: Scope, integrationId: string): Promise<string> {
  const owner = { mspId: scope.mspId, integrationId };
  const { Item } = await ownDynamo().send(new GetCommand({ ...keyOf(owner), ConsistentRead: true }));
  const row = Item && recordOf(CredentialEntity, Item);
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
