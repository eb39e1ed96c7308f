import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Integration } from '../../shared/integrations/integration.ts';
import type { Organisation } from '../../shared/integrations/organisation.ts';
import type { Run } from '../../shared/integrations/run.ts';
import { idle, logs, runSchedule } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, newStaff, ok } from '../identity/testing/members.ts';
import {
  addTenant,
  type Cloud,
  type Connected,
  connected,
  integrationOf,
  mapped,
  organisations,
  runOf,
  startMicrosoft,
  sync,
} from './testing/connected.ts';

let microsoft: Cloud;
let at: Connected;

beforeAll(async () => {
  microsoft = await startMicrosoft();
  at = await connected(microsoft);
});
afterAll(() => microsoft.close());

const path = (rest = '') => `/integrations/${at.integrationId}${rest}`;
const refusal = async (work: ReturnType<typeof ask>) => {
  const { status, body } = await work;
  return [status, body.code];
};
const test = async (organisationId?: string) => {
  ok(await ask(at.owner, 'POST', path('/test'), organisationId ? { organisationId } : {}));
  await idle();
  return (await integrationOf(at)).test;
};

describe('a connection', () => {
  it('never gives its secret back, anywhere', async () => {
    const secret = microsoft.world.app.secrets[0] ?? '';
    const shown = await integrationOf(at);
    expect(shown.secret).toMatchObject({ configured: true, last4: secret.slice(-4) });
    const listed = await ask(at.owner, 'GET', '/integrations');
    expect(JSON.stringify([shown, listed.body, await logs()])).not.toContain(secret);
  });

  it('takes public https addresses only, but for hosts that the stage lists', async () => {
    const body = { vendor: 'microsoft-365', name: 'x', clientId: microsoft.world.app.clientId, secret: 'long enough' };
    for (const apiUrl of ['http://graph.example.com', 'https://169.254.169.254', 'https://10.0.0.1', 'https://[::1]']) {
      const { status, body: problem } = await ask(at.owner, 'POST', '/integrations', { ...body, apiUrl });
      expect([status, problem.errors?.[0]?.path], apiUrl).toEqual([400, 'apiUrl']);
    }
  });

  it('takes several tenants at once, and counts each of them', async () => {
    const before = await integrationOf(at);
    const tenants = ['one', 'two', 'three', 'four'].map((name) => `${name}.unknown.example`);
    const added = await Promise.all(
      tenants.map((tenant) => ask<Organisation>(at.owner, 'POST', path('/organisations'), { tenant })),
    );
    const ids = new Set(added.map((answer) => ok(answer).organisationId));
    await idle();
    expect((await integrationOf(at)).organisations).toBe(before.organisations + tenants.length);
    const rows = (await organisations(at)).filter(({ organisationId }) => ids.has(organisationId));
    const gone = rows.map(({ organisationId, v }) =>
      ask(at.owner, 'DELETE', path(`/organisations/${organisationId}`), { v }),
    );
    for (const answer of await Promise.all(gone)) ok(answer);
    expect((await integrationOf(at)).organisations).toBe(before.organisations);
  });

  it('is told in a sentence what is wrong: secret, tenant, consent', async () => {
    expect(await refusal(ask(at.owner, 'POST', path('/test'), {}))).toEqual([422, 'integration.nothing-to-test']);
    const alpha = await addTenant(at, 'alpha-clinic.example');
    expect(alpha).toMatchObject({ name: 'Alpha Clinic', state: 'ready' });
    expect(alpha.externalId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await test()).toMatchObject({ state: 'passed', sentence: 'Connected: Alpha Clinic answers.' });
    expect((await integrationOf(at)).state).toBe('connected');
    const nobody = await addTenant(at, 'nobody.example');
    expect(nobody).toMatchObject({ state: 'trouble', trouble: { code: 'tenant-unknown' } });
    microsoft.control.consent({ tenant: 'BETA', granted: false });
    const beta = await addTenant(at, 'beta-bakery.example');
    expect(beta).toMatchObject({ state: 'trouble', trouble: { code: 'consent-missing' } });
    expect((await integrationOf(at)).state).toBe('connected');
    microsoft.control.consent({ tenant: 'BETA', granted: true });
    expect(await test(beta.organisationId)).toMatchObject({ state: 'passed' });
    microsoft.control.revokeSecret();
    expect(await test()).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('refuses the client secret'),
    });
    const stopped = await integrationOf(at);
    expect([stopped.state, stopped.nextSyncAt]).toEqual(['failed', undefined]);
    microsoft.control.acceptSecret();
    expect(await test()).toMatchObject({ state: 'passed' });
    const going = await integrationOf(at);
    expect([going.state, Date.parse(going.nextSyncAt ?? '') > Date.now()]).toEqual(['connected', true]);
    ok(await ask(at.owner, 'DELETE', path(`/organisations/${nobody.organisationId}`), { v: nobody.v }));
    expect(await organisations(at)).toHaveLength(2);
  });

  it('takes a tenant once, whether it comes by its domain or its id', async () => {
    const twice = ask(at.owner, 'POST', path('/organisations'), { tenant: 'ALPHA-clinic.example' });
    expect(await refusal(twice)).toEqual([409, 'organisation.taken']);
    const [alpha] = (await organisations(at)).filter(({ name }) => name === 'Alpha Clinic');
    const byId = ask(at.owner, 'POST', path('/organisations'), { tenant: alpha?.externalId });
    expect(await refusal(byId)).toEqual([409, 'organisation.taken']);
  });
});

describe('a mapping', () => {
  it('is guessed from name and web domain', async () => {
    const { owner } = await connected(microsoft);
    const body = { name: 'Bakery of Beta', timeZone: 'America/Denver', website: 'https://www.beta-bakery.example' };
    const { companyId } = ok(await ask<{ companyId: string }>(owner, 'POST', '/companies', body));
    const { items } = ok(await ask<{ items: Integration[] }>(owner, 'GET', '/integrations'));
    const own = { owner, microsoft, integrationId: items[0]?.integrationId ?? '' };
    expect((await addTenant(own, 'beta-bakery.example')).guess).toMatchObject({ companyId, sure: true });
  });

  it('gives a client one tenant, and a tenant one client', async () => {
    const rows = await organisations(at);
    const of = (name: string) => rows.find((row) => row.name === name) as Organisation;
    const [alpha, beta] = [of('Alpha Clinic'), of('Beta Bakery')];
    const [one, two] = [await newCompany(at.owner), await newCompany(at.owner)];
    const map = (row: Organisation, companyId: string, v = row.v) =>
      ask<Organisation>(at.owner, 'PUT', path(`/organisations/${row.organisationId}/company`), { v, companyId });
    const done = ok(await map(alpha, one));
    expect(done).toMatchObject({ companyId: one, v: alpha.v + 1 });
    expect(await refusal(map(beta, one))).toEqual([409, 'company-source.taken']);
    expect(await refusal(map(alpha, two, done.v))).toEqual([422, 'organisation.mapped']);
    expect((await map(alpha, two)).status).toBe(409);
    const removing = ask(at.owner, 'DELETE', path(`/organisations/${alpha.organisationId}`), { v: done.v });
    expect(await refusal(removing)).toEqual([422, 'organisation.mapped']);
    expect(await integrationOf(at)).toMatchObject({ organisations: 2, mapped: 1 });
  });
});

describe('a sync', () => {
  it('runs one at a time, is listed newest first, and asks for a mapping', async () => {
    const empty = await connected(microsoft);
    expect(await refusal(ask(empty.owner, 'POST', `/integrations/${empty.integrationId}/sync`))).toEqual([
      422,
      'integration.nothing-mapped',
    ]);
    const answers = await Promise.all([1, 2].map(() => ask<Run>(at.owner, 'POST', path('/sync'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.toBeOneOf([409, 422])]);
    await idle();
    const { runId } = await sync(at);
    const { items } = ok(await ask<{ items: Run[] }>(at.owner, 'GET', path('/runs')));
    expect([items.length, items[0]?.runId]).toEqual([2, runId]);
    expect(items.every(({ state }) => state === 'done')).toBe(true);
  });

  it('starts once for a slot, however often the clock ticks, and not while paused', async () => {
    const own = await connected(microsoft);
    await mapped(own, 'beta-bakery.example');
    const { v } = await integrationOf(own);
    const edit = { v, everyHours: 1 };
    ok(await ask(own.owner, 'PATCH', `/integrations/${own.integrationId}`, edit));
    await runSchedule('integrations-schedule-due-syncs');
    await idle();
    const runs = async () =>
      ok(await ask<{ items: Run[] }>(own.owner, 'GET', `/integrations/${own.integrationId}/runs`)).items;
    expect(await runs()).toEqual([]);
    const paused = ok(
      await ask<Integration>(own.owner, 'POST', `/integrations/${own.integrationId}/pause`, { v: v + 1 }),
    );
    expect(paused).toMatchObject({ state: 'paused' });
    expect(paused.nextSyncAt).toBeUndefined();
    expect(await refusal(ask(own.owner, 'POST', `/integrations/${own.integrationId}/sync`))).toEqual([
      422,
      'integration.paused',
    ]);
  });
});

describe('rights', () => {
  it('let managers look and nobody but owners and admins act', async () => {
    const manager = await newStaff(at.owner, 'manager');
    expect((await ask(manager, 'GET', path())).status).toBe(200);
    expect((await ask(manager, 'POST', path('/sync'))).status).toBe(403);
    expect((await ask(manager, 'DELETE', path(), { v: 1 })).status).toBe(403);
  });

  it('show a member only tenants of clients he sees', async () => {
    const other = await newCompany(at.owner);
    const limited = await newStaff(at.owner, 'technician', [other]);
    expect(ok(await ask<{ items: unknown[] }>(limited, 'GET', path('/organisations'))).items).toEqual([]);
  });

  it('end at the MSP: another one sees nothing, as if there were nothing', async () => {
    const stranger = await easyMsp();
    const { runId } = ok(await ask<{ items: Run[] }>(at.owner, 'GET', path('/runs'))).items[0] as Run;
    for (const own of ['', `/runs/${runId}`]) expect((await ask(stranger, 'GET', path(own))).status).toBe(404);
    for (const own of ['/organisations', '/runs', '/quarantined']) {
      expect((await ask(stranger, 'GET', path(own))).status).toBe(404);
    }
    expect((await ask(stranger, 'POST', path('/sync'))).status).toBe(404);
    expect((await ask(stranger, 'PUT', path('/secret'), { v: 1, secret: 'long enough' })).status).toBe(404);
  });
});

it('disconnected, it takes everything with it', async () => {
  const { v } = await integrationOf(at);
  ok(await ask(at.owner, 'DELETE', path(), { v }));
  await idle();
  expect((await ask(at.owner, 'GET', path())).status).toBe(404);
  await expect(organisations(at)).rejects.toThrow('404');
  await expect(runOf(at, '01m81gvw8s2yv273x2z51v18gx')).rejects.toThrow('404');
});
