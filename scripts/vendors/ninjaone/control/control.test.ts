import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorld } from '../demo/small-world.ts';
import { type Connection, connect } from '../testing/connect.ts';

let ninja: Connection;
beforeEach(async () => {
  ninja = await connect(smallWorld);
});
afterEach(() => ninja.close());

const statusOf = async (path: string) => (await ninja.get(path)).status;

describe('faults', () => {
  it('hit one organisation by its path or its filter, and no other', async () => {
    ninja.control.fail({ organisation: 'BETA', status: 503, times: null });
    expect(await statusOf('/devices?df=org%20%3D%202')).toBe(503);
    expect(await statusOf('/devices-detailed?df=class%20%3D%20MAC%20AND%20org%20%3D%202')).toBe(503);
    expect(await statusOf('/organization/2/devices')).toBe(503);
    expect(await statusOf('/devices?df=org%20%3D%201')).toBe(200);
    expect(await statusOf('/devices?df=org%20in%20(1,2)')).toBe(200);
    expect(await statusOf('/devices')).toBe(200);
    ninja.control.clearFaults();
    expect(await statusOf('/organization/2/devices')).toBe(200);
  });

  it.each([401, 403, 429, 500, 503, 504, 418])('answer %i with a body of NinjaOne', async (status) => {
    ninja.control.fail({ path: '/devices', status, retryAfter: { form: 'seconds', seconds: 9 } });
    const { body, headers } = await ninja.get('/devices');
    expect(headers.get('retry-after')).toBe('9');
    expect(body).toMatchObject(
      status === 401 ? { error: 'not_authenticated' } : { errorMessage: expect.stringContaining(`HTTP ${status}`) },
    );
  });

  it('throttle for a while, the token endpoint only when named', async () => {
    ninja.control.throttle({ seconds: 30 });
    expect((await ninja.get('/devices')).headers.get('retry-after')).toBe('30');
    ninja.moveClock(31);
    expect(await statusOf('/devices')).toBe(200);
    ninja.control.fail({ path: '/token', status: 503 });
    expect((await ninja.askToken()).status).toBe(503);
  });

  it('cut lists and reports short', async () => {
    ninja.control.cutListing({ path: '/devices', keep: 2 });
    expect((await ninja.get('/devices')).rows).toHaveLength(2);
    ninja.control.cutListing({ path: '/queries/device-health', keep: 0 });
    expect((await ninja.get('/queries/device-health')).rows).toEqual([]);
    expect((await ninja.get('/devices')).rows).toHaveLength(11);
  });

  it('make rows drift, one of them by its id', async () => {
    ninja.control.mutate({ path: '/devices', row: '1003', change: { kind: 'set', field: 'nodeClass', value: 7 } });
    ninja.control.mutate({ path: '/queries/volumes', row: '1002', change: { kind: 'remove', field: 'capacity' } });
    const { rows } = await ninja.get('/devices');
    expect(rows.filter(({ nodeClass }) => nodeClass === 7).map(({ id }) => id)).toEqual([1003]);
    const volumes = (await ninja.get('/queries/volumes')).rows;
    expect(volumes.filter((row) => !('capacity' in row)).map(({ deviceId }) => deviceId)).toEqual([1002]);
  });

  it('hang up in the middle of an answer', async () => {
    ninja.control.drop({ path: '/devices', afterBytes: 20 });
    await expect(ninja.get('/devices')).rejects.toThrow('terminated');
  });
});

describe('changes of the fleet', () => {
  it('show in listings', async () => {
    const { id } = ninja.control.addDevice({
      organisation: 'Beta Bakery',
      name: 'BET-NEW',
      model: 'latitude-5440',
      system: 'windows-11-25h2',
      serial: 'NEW0001',
    });
    ninja.control.updateDevice({ device: 'BET-LT-001', changes: { serial: 'CHANGED', warranty: null } });
    ninja.control.removeDevice({ device: 'BET-PRN-001' });
    const { rows } = await ninja.get('/devices-detailed?df=org%20%3D%202');
    expect(rows.map((row) => row.displayName)).toEqual(['BET-LT-001', 'BET-LT-002', 'BET-NEW']);
    expect(rows[0]).toMatchObject({ system: { serialNumber: 'CHANGED' }, references: {} });
    expect(rows[0]?.references).not.toHaveProperty('warranty');
    expect(rows[2]).toMatchObject({ id, system: { biosSerialNumber: 'NEW0001' } });
  });

  it('reach organisations: added, renamed', async () => {
    ninja.control.addOrganisation({ code: 'GAMMA', name: 'Gamma Garage' });
    ninja.control.renameOrganisation({ organisation: 'BETA', name: 'Beta & Sons' });
    const { rows } = await ninja.get('/organizations');
    expect(rows.map(({ name }) => name)).toEqual(['Alpha Clinic', 'Beta & Sons', 'Gamma Garage']);
    expect(ninja.control.organisations()).toMatchObject([{ devices: 8 }, { devices: 3 }, { devices: 0 }]);
  });

  it('refuse what is not there, in a sentence', () => {
    expect(() => ninja.control.removeDevice({ device: 'X' })).toThrow('There is no device "X"');
    expect(() => ninja.control.renameOrganisation({ organisation: 'X', name: 'Y' })).toThrow('no organisation "X"');
    expect(() => ninja.control.addOrganisation({ code: 'B', name: 'Beta Bakery' })).toThrow('already is');
  });
});

describe('the request log', () => {
  it('names path and organisation', async () => {
    await ninja.get('/devices?df=org%20%3D%202');
    expect(ninja.control.log().latest).toMatchObject([
      { path: '/token', organisationId: null },
      { path: '/devices', organisationId: '2', query: 'df=org = 2', status: 200 },
    ]);
  });
});
