import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { ownDynamo } from '../_kit/clients/aws.ts';
import { env } from '../_kit/env.ts';
import { newId } from '../_kit/new-id.ts';
import { systemScope } from '../_kit/scope.ts';
import { as } from '../_kit/testing/world.ts';
import { destroyCredential, openCredential, sealCredential } from './credentials.service.ts';

const SECRET = 'what-nobody-may-see';
const [mine, theirs, integrationId] = [newId(), newId(), newId()];
const keyOf = (mspId: string) => ({ pk: `t#${mspId}#cr#${integrationId}`, sk: 'cr' });
const inApi = <T>(work: () => Promise<T>) => as('integrations-api', work);
const inPull = <T>(work: () => Promise<T>) => as('m365-step-pull', work);
const seal = (mspId: string, keyVersion = 1) =>
  inApi(() => sealCredential(systemScope(mspId, 'api'), integrationId, keyVersion, SECRET));
const open = (mspId: string) => openCredential(systemScope(mspId, 'pull'), integrationId);

/** The row as stored, altered and put where `mspId` looks for it. */
async function copyTo(mspId: string, alter: (row: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  const TableName = await inPull(async () => env('VAULT_TABLE'));
  const { Item } = await inPull(() => ownDynamo().send(new GetCommand({ TableName, Key: keyOf(mine) })));
  await inApi(() => ownDynamo().send(new PutCommand({ TableName, Item: { ...alter(Item ?? {}), ...keyOf(mspId) } })));
}

it('a secret is written by the API and read by the steps that need it, never the other way', async () => {
  expect(await seal(mine)).toMatchObject({ configured: true, last4: '-see' });
  expect(await inPull(() => open(mine))).toBe(SECRET);
  await expect(inApi(() => open(mine))).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(inPull(() => sealCredential(systemScope(mine, 'x'), integrationId, 1, SECRET))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

it('a sealed row opens nowhere else: not for another MSP, not under another version, not altered', async () => {
  await seal(mine);
  await copyTo(theirs, (row) => ({ ...row, mspId: theirs }));
  await expect(inPull(() => open(theirs))).rejects.toMatchObject({ name: 'CredentialUnreadable' });
  await copyTo(mine, (row) => ({ ...row, keyVersion: 2 }));
  await expect(inPull(() => open(mine))).rejects.toMatchObject({ name: 'CredentialUnreadable' });
  await seal(mine);
  await copyTo(mine, (row) => ({
    ...row,
    sealed: { ...(row.sealed as object), tag: Buffer.alloc(16).toString('base64') },
  }));
  await expect(inPull(() => open(mine))).rejects.toMatchObject({ name: 'CredentialUnreadable' });
});

it('a new secret replaces the old one, and a destroyed one is gone', async () => {
  await seal(mine);
  await seal(mine, 2);
  expect(await inPull(() => open(mine))).toBe(SECRET);
  await inApi(() => destroyCredential(systemScope(mine, 'api'), integrationId));
  await expect(inPull(() => open(mine))).rejects.toMatchObject({ name: 'CredentialUnreadable' });
});
