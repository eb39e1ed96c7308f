import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyUnmapped } from '../../events/integrations.ts';
import { CONTROL_BY_ID } from '../../scripts/vendors/graph/world/controls.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { LicenceList } from '../../shared/m365/licence.ts';
import type { M365Overview } from '../../shared/m365/overview.ts';
import type { SecureScore } from '../../shared/m365/secure-score.ts';
import type { M365UserRow } from '../../shared/m365/user.ts';
import { newId } from '../_kit/new-id.ts';
import { idle, invoke } from '../_kit/testing/world.ts';
import { ask, ok } from '../identity/testing/members.ts';
import {
  type Cloud,
  type Connected,
  connected,
  integrationOf,
  mapped,
  startMicrosoft,
  sync,
} from '../integrations/testing/connected.ts';
import { rowsOfCompany, rowsOfTenant } from './testing/rows.ts';

/** Whole syncs through queues, workflow and workers: fast alone, slow beside a busy machine's other work. */
const SLOW = { timeout: 120_000 };

let microsoft: Cloud;
let at: Connected;
let companyId: string;

beforeAll(async () => {
  microsoft = await startMicrosoft();
  at = await connected(microsoft);
  companyId = (await mapped(at, 'alpha-clinic.example')).companyId;
});
afterAll(() => microsoft.close());

const read = async <T>(path: string) => ok(await ask<T>(at.owner, 'GET', `/companies/${companyId}/m365${path}`));
const users = async (query = '') => (await read<{ items: M365UserRow[] }>(`/users${query}`)).items;
const findings = async () =>
  ok(await ask<{ items: Finding[] }>(at.owner, 'GET', `/companies/${companyId}/findings?limit=100`)).items;

it('brings a tenant, and what was read is the sum of what became of it', SLOW, async () => {
  const run = await sync(at);
  expect(run).toMatchObject({ state: 'done', organisations: 1, finished: 8, pulls: 8, notes: [] });
  for (const { counters } of [run, ...run.dataSets]) {
    expect(counters.read).toBe(counters.created + counters.changed + counters.unchanged + counters.quarantined);
  }
  expect(run.dataSets.map(({ name, state, counters }) => [name, state, counters.created])).toEqual([
    ['licences', 'done', 2],
    ['subscriptions', 'done', 2],
    ['users', 'done', 10],
    ['sign-ins', 'done', 10],
    ['mfa', 'done', 9],
    ['admin-roles', 'done', 2],
    ['secure-score', 'done', 90],
    ['controls', 'done', 65],
  ]);
  expect(await integrationOf(at)).toMatchObject({ state: 'connected', mapped: 1 });
  expect((await integrationOf(at)).runId).toBeUndefined();
});

it('shows licences with cost and next change, users with what is known of them, and the score', SLOW, async () => {
  const { items, ...licences } = await read<LicenceList>('/licences');
  expect(licences).toEqual({ currency: 'USD', monthlyMinor: 17_600, unpriced: 0 });
  expect(items.map((one) => [one.name, one.purchased, one.assigned, one.free])).toEqual([
    ['Microsoft 365 Business Premium', 8, 7, false],
    ['Power Automate Free', 10_000, 2, true],
  ]);
  const enabled = await users();
  expect(enabled.map(({ name }) => name)).toEqual(enabled.map(({ name }) => name).sort());
  expect([enabled.length, (await users('?status=disabled')).length, (await users('?kind=guest')).length]).toEqual([
    9, 1, 3,
  ]);
  expect((await users('?licence=FLOW_FREE')).map(({ title }) => title)).toEqual(['Director', 'Director']);
  expect(await users(`?q=${enabled[0]?.name.slice(0, 5)}`)).toContainEqual(enabled[0]);
  const score = await read<SecureScore>('/secure-score');
  expect(score).toMatchObject({ percent: 60, controls: 64, adjusted: { percent: 60, controls: 0 } });
  expect(score.trend.length).toBeGreaterThan(12);
  const { figures, connection } = await read<M365Overview>('');
  expect(connection).toMatchObject({ state: 'connected', tenant: 'Alpha Clinic' });
  expect(figures).toMatchObject({
    users: 6,
    guests: 3,
    globalAdmins: 2,
    scorePercent: 60,
    licenceMonthlyMinor: 17_600,
  });
});

it('raises findings: weak controls, seats for nobody, licences of the disabled and the unused', SLOW, async () => {
  const kinds = (await findings()).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['licence-unassigned', 'licence-disabled', 'licence-inactive']));
  expect(kinds.filter((kind) => kind === 'secure-score').length).toBeGreaterThan(2);
});

it('synced again with nothing new writes no row', SLOW, async () => {
  const before = await rowsOfTenant(at.owner.mspId, companyId);
  const run = await sync(at);
  expect(run.counters).toMatchObject({ created: 0, changed: 0, quarantined: 0, removed: 0 });
  expect(await rowsOfTenant(at.owner.mspId, companyId)).toEqual(before);
});

it('follows what changes: people come and go, a control is put in place, seats are bought', SLOW, async () => {
  const { control } = microsoft;
  const nurse = (await users('?status=disabled'))[0]?.upn ?? '';
  control.removeUser({ tenant: 'ALPHA', user: nurse });
  control.addUser({ tenant: 'ALPHA', displayName: 'Zora New', licences: ['SPB'] });
  control.setSeats({ tenant: 'ALPHA', skuPartNumber: 'SPB', seats: 7 });
  const weak = (await findings()).find(({ kind }) => kind === 'secure-score');
  const weakMax = CONTROL_BY_ID.get(weak?.about ?? '')?.maxScore ?? 0;
  control.setControlScore({ tenant: 'ALPHA', control: weak?.about ?? '', score: weakMax });
  const run = await sync(at);
  const counted = new Map(run.dataSets.map(({ name, counters }) => [name, counters]));
  expect(counted.get('users')).toMatchObject({ created: 1, changed: 0, removed: 1 });
  expect(counted.get('licences')).toMatchObject({ changed: 1 });
  expect((await users('?status=any')).map(({ name }) => name)).toContain('Zora New');
  expect(await users('?status=disabled')).toEqual([]);
  const open = await findings();
  expect(open.map(({ kind }) => kind)).not.toContain('licence-disabled');
  expect(open.map(({ kind }) => kind)).not.toContain('licence-unassigned');
  expect(open.map(({ findingId }) => findingId)).not.toContain(weak?.findingId);
});

it('starts over when the link to changes is too old, and writes nothing twice', SLOW, async () => {
  const before = await rowsOfTenant(at.owner.mspId, companyId);
  microsoft.control.fail({ path: '/users/delta', status: 410, code: 'syncStateNotFound' });
  const run = await sync(at);
  expect(run.dataSets.find(({ name }) => name === 'users')?.counters).toMatchObject({
    read: 10,
    unchanged: 10,
    removed: 0,
  });
  expect(await rowsOfTenant(at.owner.mspId, companyId)).toEqual(before);
});

it('is gone when its mapping ends, and the client may take another tenant then', SLOW, async () => {
  const list = `/integrations/${at.integrationId}/organisations`;
  const { items } = ok(await ask<{ items: { organisationId: string; v: number }[] }>(at.owner, 'GET', list));
  const path = `${list}/${items[0]?.organisationId}/company`;
  ok(await ask(at.owner, 'DELETE', path, { v: items[0]?.v }));
  await idle();
  const left = (await rowsOfCompany(at.owner.mspId, companyId)).map(({ sk }) => String(sk));
  expect(left.filter((sk) => /^(m[a-z]#|mb|mp|mn|src#|sum#m365)/.test(sk))).toEqual([]);
  expect((await findings()).filter(({ raisedBy }) => raisedBy === 'm365')).toEqual([]);
  expect((await read<M365Overview>('')).connection).toEqual({ state: 'not-connected' });
  await mapped(at, 'beta-bakery.example', companyId);
  const run = await sync(at);
  expect(run.dataSets.find(({ name }) => name === 'users')?.counters).toMatchObject({ created: 3, removed: 0 });
  // The old mapping's end is heard of once more, late: what the new tenant brought stays.
  const before = await rowsOfTenant(at.owner.mspId, companyId);
  const { organisationId = '' } = items[0] ?? {};
  const ended = { integrationId: at.integrationId, organisationId, vendor: 'microsoft-365', companyId };
  const detail = { eventId: newId(), mspId: at.owner.mspId, version: 1, at: new Date().toISOString(), actorId: 'x' };
  const event = { 'detail-type': companyUnmapped.name, detail: { ...detail, causes: [], data: ended } };
  const body = JSON.stringify(event);
  const answer = await invoke('m365-on-company-unmapped', { Records: [{ messageId: newId(), body }] });
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(await rowsOfTenant(at.owner.mspId, companyId)).toEqual(before);
});
