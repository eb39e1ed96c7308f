import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorld } from '../demo/small-world.ts';
import { type Connection, connect, rowsOf } from '../testing/connect.ts';

let graph: Connection;
beforeEach(async () => {
  graph = await connect(smallWorld);
});
afterEach(() => graph.close());

const status = async (path: string, tenant = 'ALPHA') => (await graph.get(tenant, path)).status;

describe('changes of the world', () => {
  const seats = async () =>
    (await graph.get('ALPHA', '/subscribedSkus')).body.value.find((row) => row.skuPartNumber === 'SPB');

  it('show in listings and licence counts', async () => {
    const { id, userPrincipalName } = graph.control.addUser({ tenant: 'ALPHA', displayName: 'Ana Lopez' });
    expect(userPrincipalName).toBe('ana.lopez@alpha-clinic.example');
    graph.control.assignLicence({ tenant: 'ALPHA', user: userPrincipalName, skuPartNumber: 'SPB' });
    graph.control.setSeats({ tenant: 'ALPHA', skuPartNumber: 'SPB', seats: 12 });
    expect(await seats()).toMatchObject({ consumedUnits: 8, prepaidUnits: { enabled: 12 } });
    graph.control.removeLicence({ tenant: 'ALPHA', user: id, skuPartNumber: 'SPB' });
    expect(await seats()).toMatchObject({ consumedUnits: 7 });
    graph.control.updateUser({ tenant: 'ALPHA', user: id, changes: { accountEnabled: false } });
    const blocked = await graph.get('ALPHA', '/users?$select=id&$filter=accountEnabled eq false');
    expect(blocked.body.value.map((row) => row.id)).toContain(id);
    graph.control.removeUser({ tenant: 'ALPHA', user: id });
    expect(rowsOf(await graph.pages('ALPHA', '/users?$select=id'))).not.toContainEqual({ id });
  });

  it("set a control's points from today on, and its state", async () => {
    const control = 'SelfServicePasswordReset';
    const today = async () => (await graph.get('ALPHA', '/security/secureScores?$top=2')).body.value;
    const pointsOf = (reading: unknown) =>
      (reading as { controlScores: { controlName: string; score: number }[] }).controlScores.find(
        (row) => row.controlName === control,
      )?.score;
    const before = await today();
    const other = pointsOf(before[0]) === 0 ? 1 : 0;
    graph.control.setControlScore({ tenant: 'ALPHA', control, score: other });
    const after = await today();
    expect(pointsOf(after[0])).toBe(other);
    expect(after[1]).toEqual(before[1]);
    expect(Number(after[0]?.currentScore) - Number(before[0]?.currentScore)).toBeCloseTo(other === 1 ? 1 : -1, 2);
    graph.control.setControlState({ tenant: 'ALPHA', control, state: 'ThirdParty', comment: 'Okta' });
    const { value } = (await graph.get('ALPHA', '/security/secureScoreControlProfiles')).body;
    expect(value.find((row) => row.id === control)?.controlStateUpdates).toMatchObject([
      { state: 'ThirdParty', comment: 'Okta', updatedDateTime: '2026-11-22T12:00:00Z' },
    ]);
  });

  it('refuse what is not there, in a sentence', () => {
    const { control } = graph;
    expect(() => control.removeUser({ tenant: 'GAMMA', user: 'x' })).toThrow('There is no tenant "GAMMA"');
    expect(() => control.removeUser({ tenant: 'BETA', user: 'x' })).toThrow('Tenant BETA has no user "x"');
    expect(() => control.setSeats({ tenant: 'BETA', skuPartNumber: 'SPB', seats: 1 })).toThrow('no subscription');
    expect(() => control.setSeats({ tenant: 'BETA', skuPartNumber: 'E9', seats: 1 })).toThrow('no SKU "E9"');
    expect(() => control.setControlScore({ tenant: 'BETA', control: 'X', score: 1 })).toThrow('not scored');
    expect(() => control.setControlScore({ tenant: 'BETA', control: 'OneAdmin', score: 9 })).toThrow('between 0 and 1');
    control.addUser({ tenant: 'BETA', displayName: 'Twice' });
    expect(() => control.addUser({ tenant: 'BETA', displayName: 'Twice' })).toThrow('already has a user');
    expect(() => control.fail({ status: 200 })).toThrow();
  });
});

describe('the request log', () => {
  it('counts by path and status, and starts again', async () => {
    await graph.get('ALPHA', '/users?$select=id&$top=3');
    graph.control.fail({ path: '/users', status: 503 });
    await graph.get('BETA', '/users');
    const { total, byPath, latest } = graph.control.log();
    expect(total).toBe(4);
    expect(byPath).toEqual({
      '/token': { requests: 2, byStatus: { 200: 2 } },
      '/users': { requests: 2, byStatus: { 200: 1, 503: 1 } },
    });
    expect(latest[1]).toMatchObject({
      method: 'GET',
      path: '/users',
      query: '$select=id&$top=3',
      organisationId: graph.world.tenants[0]?.id,
      at: '2026-11-22T12:00:00.000Z',
    });
    graph.control.resetLog();
    expect(graph.control.log()).toEqual({ total: 0, byPath: {}, latest: [] });
  });
});

describe('control over HTTP', () => {
  const post = async (command: string, body = '') => {
    const response = await fetch(`${graph.authorityUrl}/_control/${command}`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('takes the same commands and is not logged', async () => {
    expect(await post('fail', JSON.stringify({ path: '/users', status: 503 }))).toEqual({ status: 200, body: null });
    expect(await status('/users')).toBe(503);
    expect((await post('log')).body).toMatchObject({ total: 2 });
    const added = await post('addUser', JSON.stringify({ tenant: 'beta-bakery.example', displayName: 'Joe' }));
    expect(added.body.userPrincipalName).toBe('joe@beta-bakery.example');
    expect((await post('tenants')).body).toMatchObject([
      { code: 'ALPHA', users: 10 },
      { code: 'BETA', users: 4 },
    ]);
  });

  it('says what is wrong with a command', async () => {
    expect(await post('explode')).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining('no command') },
    });
    expect(await post('toString')).toMatchObject({ status: 404 });
    expect(await post('fail', '{')).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('not JSON') },
    });
    const wrong = await post('fail', JSON.stringify({ status: 503, colour: 'red' }));
    expect(wrong).toMatchObject({ status: 400, body: { error: expect.stringContaining('colour') } });
    const missing = await post('consent', JSON.stringify({ tenant: 'GAMMA', granted: true }));
    expect(missing).toMatchObject({ status: 400, body: { error: 'There is no tenant "GAMMA" in this world.' } });
  });

  it('refuses a body that is too long', async () => {
    const response = await fetch(`${graph.authorityUrl}/_control/log`, { method: 'POST', body: 'x'.repeat(300_000) });
    expect(response.status).toBe(413);
  });
});
