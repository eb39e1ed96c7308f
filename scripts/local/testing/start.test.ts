import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startFixture } from './fixture.ts';
import { walled } from './functions/wall.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

const folders: string[] = [];
function folder(): string {
  const state = mkdtempSync(join(tmpdir(), 'fairlead-start-'));
  folders.push(state);
  return state;
}
afterEach(() => {
  for (const state of folders.splice(0)) rmSync(state, { recursive: true, force: true });
});

describe('starting', () => {
  it('again on the same folder finds notes, mail and keys, and runs the sweep', async () => {
    const state = folder();
    const first = await startFixture({ state });
    const body = JSON.stringify({ id: 'kept', text: 'hello' });
    expect((await fetch(`${first.origin}/api/notes`, { method: 'POST', body })).status).toBe(201);
    first.mailbox.add(new Date(), {
      attachments: [],
      from: 'a@b.example',
      to: [],
      cc: [],
      bcc: [],
      replyTo: [],
      subject: 'kept',
      text: '',
      html: '',
    });
    await first.idle();
    expect(first.logs.some(({ message }) => message === 'swept')).toBe(false);
    await first.close();
    const second = await startFixture({ state });
    await second.idle();
    expect(await (await fetch(`${second.origin}/api/notes/kept`)).json()).toMatchObject({ text: 'hello' });
    expect(second.mailbox.list()).toMatchObject([{ subject: 'kept' }]);
    expect(second.logs.filter(({ message }) => message === 'swept')).toHaveLength(1);
    expect(statSync(join(state, 'kms.key')).mode & 0o777).toBe(0o600);
    await second.close();
    expect(existsSync(join(state, 'owner.json'))).toBe(false);
  });

  it('on a taken port says so, and leaves nothing behind', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const state = folder();
    await expect(startFixture({ state, port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program`,
    );
    expect(existsSync(join(state, 'owner.json'))).toBe(false);
    other.close();
  });

  it('on a folder that is in use says so', async () => {
    const state = folder();
    const cloud = await startFixture({ state });
    await expect(startFixture({ state })).rejects.toThrow(`The state folder ${state} is in use`);
    await cloud.close();
  });

  it.each([
    [join('dynamodb', 'app.db'), 'The DynamoDB engine could not open'],
    [join('queues-and-files', 'fauxqs.db'), 'fauxqs.db cannot be opened'],
    ['journal.db', 'journal.db cannot be opened'],
    ['kms.key', 'kms.key does not hold a key of 32 bytes'],
  ])('on a damaged %s says so and what to do', async (file, message) => {
    const state = folder();
    mkdirSync(join(state, file, '..'), { recursive: true });
    writeFileSync(join(state, file), 'this is no database, and no key either'.repeat(200));
    const started = startFixture({ state });
    await expect(started).rejects.toThrow(message);
    await expect(started).rejects.toThrow('npm run reset');
  });

  it('on templates that are not there says so', async () => {
    await expect(startFixture({ templates: folder() })).rejects.toThrow('synthesize the stage first');
  });

  it('gives a caller in this process the rights of a function and no more', async () => {
    const cloud = await startFixture();
    await expect(cloud.invoke('notes-step', { number: 21, run: 'r' })).resolves.toEqual({ doubled: 42, attempt: 1 });
    await expect(cloud.invoke('notes-step', { number: -1, run: 'r' })).rejects.toMatchObject({ errorType: 'Negative' });
    await expect(cloud.invoke('none', {})).rejects.toThrow('The templates have no function none.');
    const table = await walled(cloud.environmentOf('notes-api'), 'northlight');
    const item = { pk: 't#northlight#x', sk: 'x' };
    await expect(table.send(new PutCommand({ TableName: 'fixture-app', Item: item }))).rejects.toThrow(
      'not authorized',
    );
    await cloud.close();
  });
});
