import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Connector, VendorBusy } from '../connector.ts';
import { ALPHA, answering, BETA, everything, failureOf, type SmallNinja, smallNinja } from './testing/small-ninja.ts';

let ninja: SmallNinja;

beforeAll(async () => {
  ninja = await smallNinja();
});
afterAll(() => ninja.close());
beforeEach(() => ninja.reset());

const DEVICES = { path: '/devices-detailed', query: { pageSize: '3' } };
const HEALTH = { path: '/queries/device-health', query: { pageSize: '3' } };

describe('listings', () => {
  test('of devices go on behind the last id until a page is not full', async () => {
    const pages = await everything(ninja.open()(ALPHA), DEVICES);
    expect(pages.map((rows) => rows.length)).toEqual([3, 3, 2]);
    expect(ninja.calls('/devices-detailed')).toBe(3);
    expect(ninja.calls('/token')).toBe(1);
  });

  test('that end with a full page take one more, empty one', async () => {
    const pages = await everything(ninja.open()(ALPHA), { ...DEVICES, query: { pageSize: '4' } });
    expect(pages.map((rows) => rows.length)).toEqual([4, 4, 0]);
  });

  test('of reports go on by the cursor', async () => {
    const pages = await everything(ninja.open()(ALPHA), HEALTH);
    expect(pages.map((rows) => rows.length)).toEqual([3, 3, 2]);
  });

  test('hold one organisation and nothing of another', async () => {
    const rows = (await everything(ninja.open()(BETA), DEVICES)).flat();
    expect(rows).toMatchObject([{ organizationId: 2 }, { organizationId: 2 }, { organizationId: 2 }]);
    const filtered = { path: '/devices', query: { df: 'class = NMS_PRINTER' } };
    expect((await ninja.open()(BETA).page(filtered)).rows).toMatchObject([{ displayName: 'BET-PRN-001' }]);
    const locations = await ninja.open()(ALPHA).page({ path: '/organization/{organisation}/locations' });
    expect(locations.rows).toMatchObject([{ name: 'Main' }, { name: 'Annex' }]);
  });

  test('of the whole MSP are never taken for those of one organisation', async () => {
    await expect(ninja.open()(ALPHA).page({ path: '/locations' })).rejects.toThrow('no listing of one organisation');
    await expect(ninja.open()(ALPHA).page({ path: '/organization/2/devices' })).rejects.toThrow('no listing of one');
  });

  test('have a link of their own for every page, to the same address', async () => {
    const links = [];
    for (const request of [DEVICES, HEALTH]) {
      const first = await ninja.open()(ALPHA).page(request);
      links.push(first.next, (await ninja.open()(ALPHA).page(request, first.next)).next);
    }
    expect(new Set(links).size).toBe(4);
    expect(links.every((link) => link?.startsWith(`${ninja.baseUrl}/v2/`))).toBe(true);
  });

  test('never follow a link to another address, which would get the token', async () => {
    const error = await failureOf(ninja.open()(ALPHA).page(DEVICES, 'https://evil.example/v2/devices?after=1'));
    expect(error).toMatchObject({ code: 'unexpected', said: 'a link to another address' });
  });

  test.each([
    [{ hello: 1 }, 'no listing'],
    [['a', 'b', 'c'], 'a full page whose last row has no id'],
    ['text', 'no listing'],
  ])('that are none, or cannot be gone on with, are refused: %j', async (body, said) => {
    const garbled = answering(() => Response.json(body));
    expect(await failureOf(ninja.open({ fetch: garbled })(ALPHA).page(DEVICES))).toMatchObject({
      code: 'unexpected',
      said,
    });
  });
});

describe('a report whose place the vendor lost', () => {
  const devicesOf = (pages: readonly (readonly unknown[])[]) =>
    pages.flat().map((row) => (row as { deviceId: number }).deviceId);
  const rest = async (connector: Connector, link: string | undefined) => {
    const pages: (readonly unknown[])[] = [];
    for (let next = link; next; ) {
      const page = await connector.page(HEALTH, next);
      pages.push(page.rows);
      next = page.next;
    }
    return pages;
  };

  test('is read anew up to there when a page went missing on the way', async () => {
    const alpha = ninja.open()(ALPHA);
    const whole = devicesOf(await everything(alpha, HEALTH));
    const first = await alpha.page(HEALTH);
    ninja.control.drop({ path: '/queries/device-health', afterBytes: 10 });
    expect(await failureOf(alpha.page(HEALTH, first.next))).toBeInstanceOf(VendorBusy);
    expect(devicesOf([first.rows, ...(await rest(alpha, first.next))])).toEqual(whole);
  });

  test.each([1, 2])('is read anew when its cursor has ended behind page %i', async (pages) => {
    const alpha = ninja.open()(ALPHA);
    const whole = devicesOf(await everything(alpha, HEALTH));
    const read = [];
    let link: string | undefined;
    for (let page = 0; page < pages; page += 1) {
      const { rows, next } = await alpha.page(HEALTH, link);
      read.push(rows);
      link = next;
    }
    ninja.control.endCursors();
    expect(devicesOf([...read, ...(await rest(alpha, link))])).toEqual(whole);
  });

  test('has no more rows when it became shorter than what was read', async () => {
    const alpha = ninja.open()(ALPHA);
    const { next } = await alpha.page({ ...HEALTH, query: { pageSize: '8' } });
    const shorter = answering(({ searchParams }) =>
      searchParams.has('cursor')
        ? Response.json({ resultCode: 'FAILURE', errorMessage: 'Cursor' }, { status: 400 })
        : Response.json({ cursor: { name: 'c', offset: 0 }, results: [{ deviceId: 1 }] }),
    );
    const page = await ninja
      .open({ fetch: shorter })(ALPHA)
      .page({ ...HEALTH, query: { pageSize: '8' } }, next);
    expect(page).toEqual({ rows: [] });
  });

  test('is refused when it loses its place again and again', async () => {
    const { next } = await ninja.open()(ALPHA).page(HEALTH);
    let offset = 0;
    const jumping = answering(() => {
      offset += 100;
      return Response.json({ cursor: { name: 'c', offset }, results: new Array(3).fill({ deviceId: 1 }) });
    });
    expect(await failureOf(ninja.open({ fetch: jumping })(ALPHA).page(HEALTH, next))).toMatchObject({
      code: 'unexpected',
      said: 'a report that skipped rows',
    });
  });

  test('may count its place from either end of a page', async () => {
    const counted = (offset: number, rows: number) =>
      Response.json({ cursor: { name: 'c', offset }, results: new Array(rows).fill({ deviceId: 1 }) });
    const answers = [counted(3, 3), counted(6, 3), counted(8, 2)];
    const fetch = answering(() => answers.shift() ?? counted(0, 0));
    const pages = await everything(ninja.open({ fetch })(ALPHA), HEALTH);
    expect(pages.map((rows) => rows.length)).toEqual([3, 3, 2]);
  });
});

describe('organisations', () => {
  test('are found by their id, which is a number', async () => {
    expect(await ninja.open()(BETA).organisation()).toEqual({ externalId: '2', name: 'Beta Bakery', domains: [] });
    expect(await failureOf(ninja.open()('99').organisation())).toMatchObject({ code: 'tenant-unknown' });
    expect(await failureOf(ninja.open()('../users').organisation())).toMatchObject({ code: 'tenant-unknown' });
    expect(await failureOf(ninja.open()('1 OR 1').page(DEVICES))).toMatchObject({ code: 'tenant-unknown' });
  });

  test('are listed for the MSP as a whole; a row that cannot be read leaves the others', async () => {
    ninja.control.mutate({ path: '/organizations', row: '1', change: { kind: 'set', field: 'id', value: 'x' } });
    expect(await ninja.open()('').customers()).toEqual([{ externalId: '2', name: 'Beta Bakery', domains: [] }]);
  });

  test('are all found, however many there are', async () => {
    const many = answering(({ searchParams }) => {
      const after = Number(searchParams.get('after'));
      const left = Math.min(1_000, 2_345 - after);
      return Response.json(Array.from({ length: left }, (_, index) => ({ id: after + index + 1, name: '' })));
    });
    const found = (await ninja.open({ fetch: many })('').customers()) ?? [];
    expect(found).toHaveLength(2_345);
    expect(found.at(-1)).toEqual({ externalId: '2345', name: '2345', domains: [] });
  });

  test('that tell nothing of themselves are refused', async () => {
    const silent = answering(() => Response.json({}));
    expect(await failureOf(ninja.open({ fetch: silent })(ALPHA).organisation())).toMatchObject({ code: 'unexpected' });
  });
});
