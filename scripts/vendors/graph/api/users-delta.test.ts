import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorld } from '../demo/small-world.ts';
import { type Connection, connect, type Page, rowsOf } from '../testing/connect.ts';

let graph: Connection;
beforeEach(async () => {
  graph = await connect(smallWorld);
});
afterEach(() => graph.close());

const SELECT = '/users/delta?$select=displayName,accountEnabled,assignedLicenses,department';
const linkOf = (pages: Page[]) => String(pages.at(-1)?.['@odata.deltaLink']);
const WEEK_SECONDS = 7 * 24 * 3600;

describe('tracking changes of users', () => {
  it('brings everybody first, then nothing, then only what changed', async () => {
    const first = await graph.pages('ALPHA', SELECT);
    expect(rowsOf(first)).toHaveLength(10);
    expect(rowsOf(first)[0]).toHaveProperty('id');
    const quiet = await graph.pages('ALPHA', linkOf(first));
    expect(rowsOf(quiet)).toEqual([]);

    const [changed, left] = rowsOf(first);
    const added = graph.control.addUser({ tenant: 'ALPHA', displayName: 'New Nurse', licences: ['SPB'] });
    graph.control.updateUser({ tenant: 'ALPHA', user: String(changed?.id), changes: { department: 'Radiology' } });
    graph.control.removeUser({ tenant: 'ALPHA', user: String(left?.id) });
    const next = await graph.pages('ALPHA', linkOf(quiet));
    expect(rowsOf(next)).toEqual([
      expect.objectContaining({ id: added.id, displayName: 'New Nurse' }),
      expect.objectContaining({ id: changed?.id, department: 'Radiology' }),
      { id: left?.id, '@removed': { reason: 'changed' } },
    ]);
    expect(rowsOf(await graph.pages('ALPHA', linkOf(next)))).toEqual([]);
  });

  it('names a user once however often it changed, page by page', async () => {
    const start = linkOf(await graph.pages('ALPHA', SELECT));
    const users = graph.world.tenants[0]?.users ?? [];
    for (const user of users) {
      graph.control.updateUser({ tenant: 'ALPHA', user: user.id, changes: { accountEnabled: false } });
      graph.control.updateUser({ tenant: 'ALPHA', user: user.id, changes: { jobTitle: 'Changed' } });
    }
    const pages = await graph.pages('ALPHA', start, { prefer: 'odata.maxpagesize=4' });
    expect(pages).toHaveLength(3);
    expect(rowsOf(pages).map((row) => row.id)).toEqual(users.map((user) => user.id));
  });

  it('notices licences that come and go', async () => {
    const start = linkOf(await graph.pages('ALPHA', SELECT));
    const user = graph.world.tenants[0]?.users[2]?.id ?? '';
    graph.control.removeLicence({ tenant: 'ALPHA', user, skuPartNumber: 'SPB' });
    const [row] = rowsOf(await graph.pages('ALPHA', start));
    expect(row).toMatchObject({ id: user, assignedLicenses: [] });
  });

  it('leaves properties out of the first round that were never set', async () => {
    const rows = rowsOf(await graph.pages('ALPHA', SELECT));
    const guest = rows.find((row) => !('department' in row));
    expect(guest).toHaveProperty('displayName');
  });

  it('can start from now on', async () => {
    const pages = await graph.pages('ALPHA', '/users/delta?$deltatoken=latest');
    expect(rowsOf(pages)).toEqual([]);
    graph.control.addUser({ tenant: 'ALPHA', displayName: 'New Nurse' });
    expect(rowsOf(await graph.pages('ALPHA', linkOf(pages)))).toHaveLength(1);
  });

  it('asks for a full round after seven days', async () => {
    const link = linkOf(await graph.pages('ALPHA', SELECT));
    graph.moveClock(WEEK_SECONDS);
    const still = await graph.get('ALPHA', link);
    expect(still.status).toBe(200);
    graph.moveClock(60);
    const late = await graph.get('ALPHA', link);
    expect(late.status).toBe(410);
    expect(late.body.error.code).toBe('syncStateNotFound');
    expect((await graph.get('ALPHA', String(still.body['@odata.deltaLink']))).status).toBe(200);
  });

  it('asks for a full round after the world was made anew', async () => {
    const link = linkOf(await graph.pages('ALPHA', SELECT));
    const later = await connect((now) => smallWorld(new Date(now.getTime() + 1000)));
    const response = await later.get('ALPHA', link.replace(graph.authorityUrl, later.authorityUrl));
    await later.close();
    expect(response.status).toBe(410);
  });

  it('does not track sign-in activity, and refuses foreign links', async () => {
    expect((await graph.get('ALPHA', '/users/delta?$select=signInActivity')).status).toBe(400);
    const link = linkOf(await graph.pages('ALPHA', SELECT));
    expect((await graph.get('BETA', link)).status).toBe(400);
  });
});
