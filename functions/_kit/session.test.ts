import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { runAs } from './env.ts';
import { sha256 } from './new-id.ts';
import { SessionEntity } from './session.entity.ts';
import { findSession } from './session.ts';
import { stored } from './stored-row.ts';
import { Units } from './units.ts';

const table = mockClient(DynamoDBDocumentClient);
const variables = {
  VAULT_TABLE: 'vault',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'session-test',
  AWS_SECRET_ACCESS_KEY: 's',
  AWS_SESSION_TOKEN: 't',
};
const ID = '01hzzzzzzzzzzzzzzzzzzzzzzz';
const { Item: plain } = SessionEntity.put({
  tokenHash: sha256('token'),
  sessionId: ID,
  personId: ID,
  v: 1,
  state: 'full',
  actor: { kind: 'staff', mspId: ID, userId: ID, role: 'viewer', companies: 'all' },
  cursorKey: 'key',
  createdAt: '2026-03-02T09:00:00.000Z',
  confirmedAt: '2026-03-02T09:00:00.000Z',
  idleUntil: '2026-03-02T17:00:00.000Z',
  expiresAt: '2026-03-03T09:00:00.000Z',
  ttl: 1,
}).params({ table: 'vault' }) as { Item: Record<string, unknown> };
const item = { Item: stored(SessionEntity, plain) };

const at = (time: string) => runAs(variables, () => findSession('token', new Date(time), new Units()));

afterEach(() => table.reset());

describe('a session', () => {
  it('is found by the hash of its token, consistently', async () => {
    table.on(GetCommand).resolves({ Item: item.Item });
    expect((await at('2026-03-02T16:59:59.999Z'))?.sessionId).toBe(ID);
    const input = table.commandCalls(GetCommand)[0]?.args[0].input;
    expect(input).toMatchObject({ Key: { pk: `s#${sha256('token')}` }, ConsistentRead: true });
    expect(JSON.stringify(input)).not.toContain('"token"');
  });

  it('is over when it was not used for its idle time, and at its absolute end', async () => {
    table.on(GetCommand).resolves({ Item: item.Item });
    expect(await at('2026-03-02T17:00:00.000Z')).toBeUndefined();
    const busy = { ...item.Item, idleUntil: '2026-03-03T12:00:00.000Z' };
    table.on(GetCommand).resolves({ Item: busy });
    expect(await at('2026-03-03T08:59:59.999Z')).toBeDefined();
    expect(await at('2026-03-03T09:00:00.000Z')).toBeUndefined();
  });

  it('is none when it was revoked, or when there is no token', async () => {
    table.on(GetCommand).resolves({});
    expect(await at('2026-03-02T10:00:00.000Z')).toBeUndefined();
    expect(await runAs(variables, () => findSession(undefined, new Date(), new Units()))).toBeUndefined();
    expect(table.commandCalls(GetCommand)).toHaveLength(1);
  });
});
