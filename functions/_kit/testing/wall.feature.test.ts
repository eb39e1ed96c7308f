import { GetCommand, PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { CompanyEntity } from '../../companies/company.entity.ts';
import { easyMsp, newCompany, type Owner } from '../../identity/testing/members.ts';
import { getFile, putFile, removeFile } from '../clients/files.ts';
import { commit } from '../commit.ts';
import { env } from '../env.ts';
import { companyFile, mspFile } from '../file-keys.ts';
import { newId } from '../new-id.ts';
import { put } from '../operations.ts';
import { stamped } from '../record.ts';
import { type Scope, systemScope } from '../scope.ts';
import { find } from '../store.ts';
import { walled } from '../walled.ts';
import { as } from './world.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;
let otherCompanyId: string;
let foreignCompanyId: string;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  [companyId, otherCompanyId, foreignCompanyId] = await Promise.all([
    newCompany(owner),
    newCompany(owner),
    newCompany(stranger),
  ]);
});

const of = (actor: Actor, access: Scope['access'] = 'read') => systemScope(actor.mspId, 'wall-test', { actor, access });
const staff = (): Actor => ({
  kind: 'staff',
  mspId: owner.mspId,
  userId: owner.userId,
  role: 'owner',
  companies: 'all',
});
const client = (): Actor => ({ kind: 'client', mspId: owner.mspId, userId: newId(), role: 'admin', companyId });

const companyOf = (scope: Scope, mspId: string, id: string) =>
  find(scope, CompanyEntity, CompanyEntity.get({ mspId, companyId: id }));
const denied = { name: 'AccessDeniedException' };

describe('the wall between MSPs and companies is IAM', () => {
  it('lets a key of the own MSP through and refuses another one, whoever builds it', async () => {
    await as('companies-api', async () => {
      expect((await companyOf(of(staff()), owner.mspId, companyId))?.companyId).toBe(companyId);
      await expect(companyOf(of(staff()), stranger.mspId, foreignCompanyId)).rejects.toMatchObject(denied);
    });
  });

  it('refuses a client user the other companies of the same MSP, and the lists of the MSP', async () => {
    await as('companies-api', async () => {
      expect((await companyOf(of(client()), owner.mspId, companyId))?.companyId).toBe(companyId);
      await expect(companyOf(of(client()), owner.mspId, otherCompanyId)).rejects.toMatchObject(denied);
      const { dynamo } = await walled(of(client()));
      const list = new QueryCommand({
        TableName: env('APP_TABLE'),
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': `t#${owner.mspId}#cos` },
      });
      await expect(dynamo.send(list)).rejects.toMatchObject(denied);
    });
  });

  it('never serves a client request with the credentials of a staff request in the same environment', async () => {
    await as('companies-api', async () => {
      const actors = [staff(), client(), staff(), client()];
      for (const actor of [...actors, ...actors]) {
        const reading = companyOf(of(actor), owner.mspId, otherCompanyId);
        if (actor.kind === 'staff') expect((await reading)?.companyId).toBe(otherCompanyId);
        else await expect(reading).rejects.toMatchObject(denied);
      }
      const together = actors.map((actor) =>
        companyOf(of(actor), owner.mspId, otherCompanyId).then(
          () => 'seen',
          (error: Error) => error.name,
        ),
      );
      expect(await Promise.all(together)).toEqual(['seen', denied.name, 'seen', denied.name]);
    });
  });

  it('refuses a scan, a write outside a transaction, and a write with a reader’s credentials', async () => {
    await as('companies-api', async () => {
      const { dynamo } = await walled(of(staff(), 'write'));
      const item = { pk: `t#${owner.mspId}#msp`, sk: 'x' };
      await expect(dynamo.send(new ScanCommand({ TableName: env('APP_TABLE') }))).rejects.toMatchObject(denied);
      await expect(dynamo.send(new PutCommand({ TableName: env('APP_TABLE'), Item: item }))).rejects.toMatchObject(
        denied,
      );
      const scope = of(staff(), 'read');
      const seen = await companyOf(scope, owner.mspId, companyId);
      const row = stamped(scope, { ...seen, companyId: newId() });
      await expect(commit(scope, [put(CompanyEntity, row as never)])).rejects.toMatchObject(denied);
    });
  });

  it('keeps the vault shut to everybody but identity', async () => {
    await as('companies-api', async () => {
      const { dynamo } = await walled(of(staff(), 'write'));
      const get = new GetCommand({ TableName: env('VAULT_TABLE'), Key: { pk: 'slug#northlight', sk: 'slug' } });
      await expect(dynamo.send(get)).rejects.toMatchObject(denied);
    });
  });

  it('lets files be deleted that end by themselves, and no other', async () => {
    await as('exports-step-write', async () => {
      const scope = of(staff(), 'write');
      const body = new TextEncoder().encode('x');
      const [ends, stays] = [
        mspFile(scope, 'exports/one/part-0.csv'),
        companyFile(scope, companyId, 'reports/one/report.pdf'),
      ];
      for (const key of [ends, stays]) await putFile(scope, key, body, { contentType: 'text/plain' });
      await removeFile(scope, ends);
      await expect(getFile(scope, ends, { sha256: '', bytes: 1 })).rejects.toMatchObject({ name: 'NoSuchKey' });
      await expect(removeFile(scope, stays)).rejects.toMatchObject({ name: 'AccessDenied' });
      const foreign = mspFile({ mspId: stranger.mspId }, 'exports/one/part-0.csv');
      await expect(removeFile(scope, foreign)).rejects.toMatchObject({ name: 'AccessDenied' });
    });
  });
});
