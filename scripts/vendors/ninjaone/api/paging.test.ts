import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bigWorld } from '../demo/big-world.ts';
import { smallWorld } from '../demo/small-world.ts';
import { type Connection, connect, NOON, type Row } from '../testing/connect.ts';

let ninja: Connection;
beforeEach(async () => {
  ninja = await connect(smallWorld);
});
afterEach(() => ninja.close());

const idsOf = (rows: Row[]) => rows.map(({ id }) => id);

describe('a list', () => {
  it('is a bare array that goes on behind the last id', async () => {
    const first = await ninja.get('/devices?pageSize=5');
    const second = await ninja.get(`/devices?pageSize=5&after=${first.rows.at(-1)?.id}`);
    const third = await ninja.get(`/devices?pageSize=5&after=${second.rows.at(-1)?.id}`);
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([5, 5, 1]);
    expect(idsOf([...first.rows, ...second.rows, ...third.rows])).toEqual(ninja.world.devices.map(({ id }) => id));
  });

  it('keeps its place while devices come and go', async () => {
    const first = await ninja.get('/devices?pageSize=5');
    ninja.control.removeDevice({ device: String(first.rows[0]?.id) });
    const { rows } = await ninja.get(`/devices?pageSize=50&after=${first.rows.at(-1)?.id}`);
    expect(idsOf([...first.rows, ...rows])).toHaveLength(11);
  });

  it('holds a thousand rows unless asked for fewer', async () => {
    const big = await connect((now) => bigWorld(1_200, now));
    expect((await big.get('/devices')).rows).toHaveLength(1_000);
    expect((await big.get('/devices?pageSize=1100')).rows).toHaveLength(1_100);
    await big.close();
  });

  it.each(['pageSize=0', 'pageSize=many', 'after=x'])('refuses %s', async (query) => {
    expect((await ninja.get(`/organizations?${query}`)).status).toBe(400);
  });
});

describe('a report', () => {
  const page = async (query: string) => {
    const { body, rows, status } = await ninja.get(`/queries/device-health?${query}`);
    return { status, rows, cursor: body.cursor as { name: string; offset: number; count: number; expires: number } };
  };

  it('goes on by the name of its cursor, which stays, and ends with a page that is not full', async () => {
    const first = await page('pageSize=4');
    const second = await page(`pageSize=4&cursor=${first.cursor.name}`);
    const third = await page(`pageSize=4&cursor=${first.cursor.name}`);
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([4, 4, 3]);
    expect([first, second, third].map(({ cursor }) => cursor.offset)).toEqual([0, 4, 8]);
    expect(new Set([first, second, third].map(({ cursor }) => cursor.name)).size).toBe(1);
    expect((await page(`pageSize=4&cursor=${first.cursor.name}`)).rows).toEqual([]);
  });

  it('stands where its last page ended: asked again, it has moved on', async () => {
    const first = await page('pageSize=4');
    await page(`pageSize=4&cursor=${first.cursor.name}`);
    expect((await page(`pageSize=4&cursor=${first.cursor.name}`)).cursor.offset).toBe(8);
  });

  it('ends with its cursor: by time, by a switch, or on another report', async () => {
    const { cursor } = await page('pageSize=4');
    expect(cursor.expires).toBe(NOON.getTime() / 1000 + 900);
    expect((await ninja.get(`/queries/volumes?cursor=${cursor.name}`)).status).toBe(400);
    ninja.moveClock(901);
    expect((await page(`cursor=${cursor.name}`)).status).toBe(400);
    const other = await page('pageSize=4');
    ninja.control.endCursors();
    expect((await page(`cursor=${other.cursor.name}`)).status).toBe(400);
  });
});

describe('the device filter', () => {
  const named = async (filter: string) => {
    const { rows, status } = await ninja.get(`/devices?df=${encodeURIComponent(filter)}`);
    return status === 200 ? rows.map(({ displayName }) => displayName) : status;
  };

  it.each([
    ['org = 2', ['BET-LT-001', 'BET-LT-002', 'BET-PRN-001']],
    ['organization in (2)', ['BET-LT-001', 'BET-LT-002', 'BET-PRN-001']],
    ['org = 1 AND class in (WINDOWS_SERVER, NMS_FIREWALL)', ['ALP-SRV-001', 'ALP-VM-001', 'ALP-FW-001']],
    ['org = 1 AND class not in (WINDOWS_SERVER, WINDOWS_WORKSTATION)', ['ALP-FW-001']],
    ['offline', ['ALP-LT-004']],
    ['online AND class = NMS_PRINTER', ['BET-PRN-001']],
    ['status = PENDING', []],
    ['loc = 11', ['ALP-LT-002', 'ALP-LT-004']],
    ['created before 2019-06-01', ['ALP-SRV-001']],
    ['created after 2026-01-01', ['ALP-LT-001']],
    ['id = 1001', ['ALP-LT-001']],
  ])('%s', async (filter, expected) => {
    expect(await named(filter)).toEqual(expected);
  });

  it.each(['colour = red', 'org', 'created = 2026-01-01', 'created after tomorrow', 'org after 1', '= 1'])(
    'refuses "%s"',
    async (filter) => {
      expect(await named(filter)).toBe(400);
    },
  );

  it('takes a plus sign for a plus sign', async () => {
    expect((await ninja.get('/devices?df=org+=+2')).status).toBe(400);
  });

  it('limits reports too', async () => {
    const { rows } = await ninja.get('/queries/device-health?df=org%20%3D%202');
    expect(rows.map(({ deviceId }) => deviceId)).toEqual([1009, 1010, 1011]);
  });
});
