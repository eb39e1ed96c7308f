import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bigTenant } from '../demo/big-tenant.ts';
import { type Connection, connect, type Row, rowsOf } from '../testing/connect.ts';

const USERS = 2_345;
let graph: Connection;
beforeAll(async () => {
  graph = await connect((now) => bigTenant(USERS, now));
  graph.control.limit({ service: 'directory', units: 1_000_000 });
  graph.control.limit({ service: 'identityReports', units: 1_000_000 });
});
afterAll(() => graph.close());

const ids = (rows: Row[]) => rows.map((row) => row.id);

describe('paging', () => {
  it('brings each user once, whatever the page size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 150, max: 999 }), async (top) => {
        const pages = await graph.pages('BIG', `/users?$select=id&$top=${top}`);
        const found = ids(rowsOf(pages));
        expect(new Set(found).size).toBe(USERS);
        expect(found).toHaveLength(USERS);
        expect(pages).toHaveLength(Math.ceil(USERS / top));
      }),
      { numRuns: 8 },
    );
  });

  it('gives at most 500 users a page with sign-in activity, also when more are asked for', async () => {
    const pages = await graph.pages('BIG', '/users?$select=id,signInActivity&$top=999');
    expect(pages[0]?.value).toHaveLength(500);
    expect(rowsOf(pages)).toHaveLength(USERS);
  });

  it('gives 100 users a page when nothing is asked for', async () => {
    const { body } = await graph.get('BIG', '/users');
    expect(body.value).toHaveLength(100);
    expect(body['@odata.nextLink']).toMatch(/\/v1\.0\/users\?\$skiptoken=\S+$/);
  });

  it.each(['0', '1000', '-5', 'many'])('refuses $top=%s', async (top) => {
    const { status, body } = await graph.get('BIG', `/users?$top=${top}`);
    expect(status).toBe(400);
    expect(body.error.code).toBe('Request_UnsupportedQuery');
  });

  it('keeps its place while users come and go between pages', async () => {
    const { body: first } = await graph.get('BIG', '/users?$select=id&$top=999');
    graph.control.removeUser({ tenant: 'BIG', user: String(first.value[0]?.id) });
    graph.control.addUser({ tenant: 'BIG', displayName: 'Late Comer' });
    const rest = await graph.pages('BIG', String(first['@odata.nextLink']));
    const found = [...ids(first.value), ...ids(rowsOf(rest))];
    expect(new Set(found).size).toBe(USERS + 1);
    expect(found).toHaveLength(USERS + 1);
  });

  it('pages through registration details and the first round of changes as well', async () => {
    const details = rowsOf(await graph.pages('BIG', '/reports/authenticationMethods/userRegistrationDetails?$top=999'));
    expect(new Set(ids(details)).size).toBe(USERS);
    const round = await graph.pages('BIG', '/users/delta?$select=id', { prefer: 'odata.maxpagesize=700' });
    expect(new Set(ids(rowsOf(round))).size).toBe(USERS);
    expect(round.map((page) => '@odata.deltaLink' in page)).toEqual([false, false, false, true]);
  });

  it('refuses a page token that was altered or belongs to another resource', async () => {
    const { body: first } = await graph.get('BIG', '/users?$top=10');
    const link = String(first['@odata.nextLink']);
    const altered = [`${link.slice(0, -1)}!`, link.replace('/users', '/domains'), `${link}.`, '/users?$skiptoken=x'];
    for (const wrong of altered) {
      expect((await graph.get('BIG', wrong)).body.error.code).toBe('Directory_ExpiredPageToken');
    }
  });
});
