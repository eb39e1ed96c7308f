import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorld } from '../demo/demo-world.ts';
import { type Connection, connect } from '../testing/connect.ts';
import { Report, ROWS } from '../testing/ninja-schemas.ts';

let ninja: Connection;
beforeAll(async () => {
  ninja = await connect(demoWorld);
});
afterAll(() => ninja.close());

describe('rows have the names and types of the published specification', () => {
  it.each(Object.entries(ROWS))('%s', async (path, row) => {
    const { status, rows, body } = await ninja.get(path);
    expect(status).toBe(200);
    expect(rows.length).toBeGreaterThan(0);
    for (const each of rows) row.parse(each);
    if (path.startsWith('/queries/')) Report.parse(body);
  });

  it('one organisation and one device are records of their own', async () => {
    expect((await ninja.get('/organization/1')).body).toMatchObject({ id: 1, name: 'Cedar Ridge Family Dental' });
    const { body } = await ninja.get('/device/1001');
    ROWS['/devices-detailed']?.parse(body);
  });
});

describe('values', () => {
  const deviceNamed = async (name: string) => {
    const { rows } = await ninja.get('/devices-detailed');
    return rows.find((row) => row.displayName === name) ?? {};
  };

  it('tell instants in seconds, but date fields of custom fields in milliseconds', async () => {
    const { id, created, references } = await deviceNamed('CRD-WS-010');
    const bought = Date.parse(ninja.world.devices.find((row) => row.id === id)?.purchasedAt ?? '');
    expect(Number(created) * 1000).toBeGreaterThan(bought);
    expect(references).toMatchObject({ warranty: { startDate: expect.any(Number) } });
    const { rows } = await ninja.get(`/queries/custom-fields?df=id%20%3D%20${id}`);
    expect(rows).toEqual([{ deviceId: id, fields: { assetTag: 'CRD01010', purchaseDate: bought } }]);
  });

  it('name who owns a device and who was logged on last', async () => {
    expect(await deviceNamed('CRD-LT-001')).toMatchObject({
      lastLoggedInUser: 'CRD\\laila.kapoor',
      references: { assignedOwner: { email: 'laila.kapoor@cedarridgedental.example' } },
    });
    expect(await deviceNamed('BCT-LT-001')).toMatchObject({ lastLoggedInUser: 'AzureAD\\ZoeCosta' });
  });

  it('leave out what a device without agent cannot tell', async () => {
    const firewall = await deviceNamed('CRD-FW-001');
    for (const field of ['os', 'memory', 'processors', 'volumes', 'lastLoggedInUser', 'netbiosName']) {
      expect(firewall).not.toHaveProperty(field);
    }
    expect(firewall).toMatchObject({
      system: { manufacturer: 'Fortinet', serialNumber: expect.stringMatching(/^FGT60F/) },
    });
  });
});

describe('what is not there', () => {
  it.each(['/organization/99', '/organization/99/devices', '/device/1', '/queries/nothing', '/nothing'])(
    '%s answers 404 in the vendor’s words',
    async (path) => {
      expect(await ninja.get(path)).toMatchObject({
        status: 404,
        body: { resultCode: 'FAILURE', errorMessage: 'HTTP 404 Not Found', incidentId: expect.any(String) },
      });
    },
  );

  it('is no other version and no other method', async () => {
    expect((await ninja.call('/v3/devices')).status).toBe(404);
    const headers = { authorization: `Bearer ${await ninja.token()}` };
    expect((await ninja.call('/v2/devices', { method: 'POST', headers })).status).toBe(405);
    expect((await ninja.call('/ws/oauth/token')).status).toBe(405);
    expect((await ninja.call('/api/v2/organizations', { headers })).status).toBe(200);
  });
});
