import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { ownDynamo } from '../_kit/clients/aws.ts';
import { commit } from '../_kit/commit.ts';
import { env } from '../_kit/env.ts';
import { newId } from '../_kit/new-id.ts';
import { type Scope, systemScope } from '../_kit/scope.ts';
import { as } from '../_kit/testing/world.ts';
import { walled } from '../_kit/walled.ts';
import { destroyCredential, openCredential, sealCredential, sealing } from './credentials.service.ts';

const SECRET = 'what-nobody-may-see';
const [mine, theirs, integrationId] = [newId(), newId(), newId()];
const keyOf = (mspId: string) => ({ pk: `t#${mspId}#cr#${integrationId}`, sk: 'cr' });
const inApi = <T>(work: () => Promise<T>) => as('integrations-api', work);
const inPull = <T>(work: () => Promise<T>) => as('m365-step-pull', work);
const scopeOf = (mspId: string): Scope => systemScope(mspId, 'credentials-test');

async function keep(scope: Scope, keyVersion = 1) {
  const { fact, op } = await sealCredential(scope, integrationId, keyVersion, SECRET);
  await commit(sealing(scope), [op]);
  return fact;
}
const seal = (mspId: string, keyVersion?: number) => inApi(() => keep(scopeOf(mspId), keyVersion));
const open = (mspId: string) => openCredential(scopeOf(mspId), integrationId);

/** Writes a row where `mspId` looks for its secret, behind the wall of `wallOf`. */
async function write(mspId: string, row: object, wallOf = mspId): Promise<void> {
  await inApi(async () => {
    const { dynamo } = await walled(sealing(scopeOf(wallOf)));
    const Put = { TableName: env('VAULT_TABLE'), Item: { ...row, ...keyOf(mspId) } };
    await dynamo.send(new TransactWriteCommand({ TransactItems: [{ Put }] }));
  });
}

/** The row as stored, altered and put where `mspId` looks for it. */
async function copyTo(mspId: string, alter: (row: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  const TableName = await inPull(async () => env('VAULT_TABLE'));
  const { Item } = await inPull(() => ownDynamo().send(new GetCommand({ TableName, Key: keyOf(mine) })));
  await write(mspId, alter(Item ?? {}));
}

it('a secret is written by the API and read by the steps that need it, never the other way', async () => {
  expect(await seal(mine)).toMatchObject({ configured: true, last4: '-see' });
  expect(await inPull(() => open(mine))).toBe(SECRET);
  await expect(inApi(() => open(mine))).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(inPull(() => keep(scopeOf(mine)))).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

it('a secret is written behind the wall of its own MSP, in a commit that says so, by nobody else', async () => {
  const denied = { name: 'AccessDeniedException' };
  await expect(write(theirs, {}, mine)).rejects.toMatchObject(denied);
  const { op } = await inApi(() => sealCredential(scopeOf(mine), integrationId, 1, SECRET));
  await expect(inApi(() => commit(scopeOf(mine), [op]))).rejects.toMatchObject(denied);
  await expect(as('companies-api', () => commit(sealing(scopeOf(mine)), [op]))).rejects.toMatchObject({
    name: 'AccessDenied',
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
  await inApi(() => commit(sealing(scopeOf(mine)), [destroyCredential(scopeOf(mine), integrationId)]));
  await expect(inPull(() => open(mine))).rejects.toMatchObject({ name: 'CredentialUnreadable' });
});
