import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { RunDetail } from '../../shared/integrations/run.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, ok } from '../identity/testing/members.ts';
import {
  type Cloud,
  type Connected,
  connected,
  integrationOf,
  mapped,
  organisations,
  startMicrosoft,
  sync,
} from '../integrations/testing/connected.ts';
import { rowsOfTenant } from './testing/rows.ts';

/** Whole syncs through queues, workflow and workers: fast alone, slow beside a busy machine's other work. */
const SLOW = { timeout: 120_000 };

let microsoft: Cloud;
let at: Connected;
let alpha: string;
let beta: string;

beforeAll(async () => {
  microsoft = await startMicrosoft();
  at = await connected(microsoft);
  alpha = (await mapped(at, 'alpha-clinic.example')).companyId;
  beta = (await mapped(at, 'beta-bakery.example')).companyId;
});
afterEach(() => microsoft.control.clearFaults());
afterAll(() => microsoft.close());

const requests = (path: string) => microsoft.control.log().byPath[path]?.requests ?? 0;
const dataSet = (run: RunDetail, wanted: string) => run.dataSets.find(({ name }) => name === wanted);
const quarantined = async () =>
  ok(
    await ask<{ items: { label: string; reason: string; companyId: string }[] }>(
      at.owner,
      'GET',
      `/integrations/${at.integrationId}/quarantined`,
    ),
  ).items;

it('goes on where it stopped when Microsoft asks to wait, hangs up, or breaks a listing off', SLOW, async () => {
  const { control } = microsoft;
  control.fail({
    path: '/users/delta',
    organisation: 'ALPHA',
    status: 429,
    retryAfter: { form: 'seconds', seconds: 1 },
  });
  control.fail({ path: '/subscribedSkus', organisation: 'BETA', status: 503 });
  control.drop({ path: '/security/secureScores', organisation: 'ALPHA', afterBytes: 100 });
  const run = await sync(at);
  expect(run).toMatchObject({ state: 'done', organisations: 2, pulls: 16, finished: 16 });
  expect(dataSet(run, 'users')?.counters).toMatchObject({ read: 13, created: 13 });
  expect(requests('/users/delta')).toBe(3);
});

it('tells what a tenant without Entra ID P1 does not have, and calls it no trouble', SLOW, async () => {
  const run = await sync(at);
  expect(run.state).toBe('done');
  expect(run.notes).toMatchObject([
    { organisation: 'Beta Bakery', dataSet: 'Sign-in activity', state: 'unavailable' },
    { organisation: 'Beta Bakery', dataSet: 'Second factors', state: 'unavailable' },
  ]);
  expect(run.notes[0]?.reason).toBe('This tenant has no Microsoft Entra ID P1.');
});

it('puts a row it cannot read aside with the reason, syncs the rest, and takes it back when it can', SLOW, async () => {
  const change = { kind: 'set' as const, field: 'consumedUnits', value: 'many' };
  microsoft.control.mutate({ path: '/subscribedSkus', organisation: 'ALPHA', row: 0, change });
  const run = await sync(at);
  expect(run.state).toBe('done');
  expect(dataSet(run, 'licences')?.counters).toMatchObject({ read: 3, unchanged: 2, quarantined: 1, removed: 0 });
  expect(await quarantined()).toMatchObject([{ label: 'SPB', companyId: alpha }]);
  expect((await quarantined())[0]?.reason).toMatch(/^consumedUnits: /);
  const licences = `/companies/${alpha}/m365/licences`;
  expect(ok(await ask<{ items: unknown[] }>(at.owner, 'GET', licences)).items).toHaveLength(2);
  microsoft.control.clearFaults();
  expect(dataSet(await sync(at), 'licences')?.counters).toMatchObject({ read: 3, changed: 1, quarantined: 0 });
  expect(await quarantined()).toEqual([]);
});

it('deletes nothing when a listing is suddenly empty, says so, and deletes once a person agrees', SLOW, async () => {
  const before = await rowsOfTenant(at.owner.mspId, alpha);
  microsoft.control.cutListing({ path: '/subscribedSkus', organisation: 'ALPHA', keep: 0, times: null });
  const run = await sync(at);
  expect(run.state).toBe('partly');
  expect(run.notes).toContainEqual(
    expect.objectContaining({
      state: 'held',
      dataSet: 'Licences',
      trouble: expect.objectContaining({ code: 'vanished' }),
    }),
  );
  expect(await integrationOf(at)).toMatchObject({ state: 'degraded', trouble: { code: 'vanished' } });
  expect(await rowsOfTenant(at.owner.mspId, alpha)).toEqual(before);
  const { organisationId, dataSetName } = run.notes.find(({ state }) => state === 'held') ?? {};
  const path = `/integrations/${at.integrationId}/organisations/${organisationId}/accept-removal`;
  ok(await ask(at.owner, 'POST', path, { dataSet: dataSetName }));
  const next = await sync(at);
  expect(dataSet(next, 'licences')?.counters).toMatchObject({ removed: 2 });
  expect(next.state).toBe('done');
  microsoft.control.clearFaults();
  expect(dataSet(await sync(at), 'licences')?.counters).toMatchObject({ created: 2 });
  expect(await integrationOf(at)).toMatchObject({ state: 'connected' });
  expect((await integrationOf(at)).trouble).toBeUndefined();
});

it('leaves one tenant without consent behind and brings the others', SLOW, async () => {
  microsoft.control.consent({ tenant: 'BETA', granted: false });
  microsoft.control.resetLog();
  const run = await sync(at);
  expect(run.state).toBe('partly');
  const failed = run.notes.filter(({ state }) => state === 'failed');
  expect(new Set(failed.map(({ organisation, trouble }) => `${organisation}: ${trouble?.code}`))).toEqual(
    new Set(['Beta Bakery: consent-missing']),
  );
  expect(microsoft.control.log().byPath['/token']?.byStatus['401']).toBe(1);
  expect((await organisations(at)).find(({ companyId }) => companyId === beta)).toMatchObject({ state: 'trouble' });
  expect(run.dataSets.every(({ finished }) => finished === 2)).toBe(true);
  microsoft.control.consent({ tenant: 'BETA', granted: true });
  expect((await sync(at)).state).toBe('done');
  expect((await organisations(at)).map(({ state }) => state)).toEqual(['ready', 'ready']);
});

it('stops asking when the secret is refused, tells it once, and goes on with a new secret', SLOW, async () => {
  const { control } = microsoft;
  control.revokeSecret();
  control.resetLog();
  const run = await sync(at);
  expect(run).toMatchObject({ state: 'failed', trouble: { code: 'secret-refused' } });
  expect(requests('/token')).toBeLessThanOrEqual(2);
  const broken = await integrationOf(at);
  expect(broken).toMatchObject({ state: 'failed', trouble: { code: 'secret-refused' } });
  expect(broken.nextSyncAt).toBeUndefined();
  control.acceptSecret({ secret: 'a-brand-new-secret-value' });
  const path = `/integrations/${at.integrationId}/secret`;
  const { v } = broken;
  ok(await ask(at.owner, 'PUT', path, { v, secret: 'a-brand-new-secret-value' }));
  await idle();
  const mended = await integrationOf(at);
  expect(mended).toMatchObject({
    state: 'connected',
    secret: { configured: true, last4: 'alue' },
    test: { state: 'passed' },
  });
  expect(mended.nextSyncAt).toBeDefined();
  expect((await sync(at)).state).toBe('done');
});
