import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiKey, ApiKeyWithSecret } from '../../shared/identity/api-key.ts';
import type { StaffMember } from '../../shared/identity/member.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { AuditRow } from '../../shared/platform/audit.ts';
import { control, http } from '../_kit/testing/world.ts';
import {
  ask,
  askBy,
  easyMsp,
  endedKey,
  type Member,
  makeKey,
  newCompany,
  newStaff,
  type Owner,
  ok,
} from './testing/members.ts';

let owner: Owner;
let mine: string;
let other: string;

beforeAll(async () => {
  owner = await easyMsp();
  [mine, other] = await Promise.all([newCompany(owner, 'Cedar Ridge'), newCompany(owner, 'Harbor & Finch')]);
});

const listed = async (who: Member, state = 'active') =>
  ok(await ask<Page<ApiKey>>(who, 'GET', `/api-keys?state=${state}`)).items;
const found = async (who: Member, { keyId }: { keyId: string }) =>
  (await listed(who)).find((key) => key.keyId === keyId);
const companies = (key: { secret: string }) => askBy<Page<{ companyId: string }>>(key, 'GET', '/companies');
const change = async (who: Member, set: object) => {
  const { v } = ok(await ask<StaffMember>(owner, 'GET', `/staff/${who.userId}`));
  ok(await ask(owner, 'PATCH', `/staff/${who.userId}`, { v, ...set }));
};

describe('an API key', () => {
  it('is shown once, kept as a hash, and known afterwards by how it begins and ends', async () => {
    const { secret, ...made } = ok(await makeKey(owner, { name: 'Power BI', days: 30 }));
    expect(secret).toMatch(/^flk_[0-9A-Za-z]{43}$/);
    expect(made).toMatchObject({ name: 'Power BI', makerId: owner.userId, companies: 'all', state: 'active' });
    expect([made.prefix, made.last4]).toEqual([secret.slice(0, 8), secret.slice(-4)]);
    const kept = JSON.stringify([await listed(owner), await control('rows', { about: owner.mspId })]);
    expect(kept).not.toContain(secret.slice(8, -4));
    expect(await found(owner, made)).not.toHaveProperty('secretHash');
    expect(await found(owner, made)).not.toHaveProperty('lastUsedAt');
    expect(ok(await companies({ secret })).items).toHaveLength(2);
    expect(await found(owner, made)).toMatchObject({ lastUsedAt: expect.any(String) });
  });

  it('changes records from anywhere, in the name of its maker, and the trail names the key', async () => {
    const key = ok(await makeKey(owner, { scopes: ['companies:read', 'companies:write'] }));
    const body = { name: 'Lakeside Dental', timeZone: 'America/Denver' };
    const made = ok(await askBy<{ companyId: string; createdBy: string }>(key, 'POST', '/companies', body));
    expect(made.createdBy).toBe(owner.userId);
    const day = new Date().toISOString().slice(0, 10);
    const trail = ok(await ask<Page<AuditRow>>(owner, 'GET', `/audit?from=${day}&to=${day}`)).items;
    const row = trail.find(({ companyId }) => companyId === made.companyId);
    expect(row).toMatchObject({ actorId: owner.userId, actorKind: 'staff', keyId: key.keyId });
    expect(row?.sessionId).toBeUndefined();
  });

  it('keeps its own answers under an Idempotency-Key, apart from those of its maker', async () => {
    const key = ok(await makeKey(owner, { scopes: ['companies:write'] }));
    const body = { name: 'Twice', timeZone: 'America/Denver' };
    const headers = { 'idempotency-key': 'import-2026-11-22' };
    const send = (by: object) => http<{ companyId: string }>('POST', '/api/companies', { body, headers, ...by });
    const [first, again] = [ok(await send({ key: key.secret })), ok(await send({ key: key.secret }))];
    expect(again.companyId).toBe(first.companyId);
    // Told as the new request that it is: not what the key was told.
    expect((await send({ cookie: owner.cookie })).body.code).toBe('company-name.taken');
  });

  it('sees only the clients that it was named, as if there were no others', async () => {
    const key = ok(await makeKey(owner, { companies: [mine] }));
    expect(ok(await companies(key)).items.map(({ companyId }) => companyId)).toEqual([mine]);
    const [foreign, random] = await Promise.all([
      askBy(key, 'GET', `/companies/${other}`),
      askBy(key, 'GET', '/companies/01j9zq4xk3r8m2n5t7v9w1y3za'),
    ]);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'company.not-found']);
    expect(random.body.detail).toBe(foreign.body.detail);
  });

  it('has cursors of its own', async () => {
    const [one, two] = await Promise.all([makeKey(owner, {}), makeKey(owner, {})]);
    const page = ok(await askBy<Page<unknown>>(ok(one), 'GET', '/companies?limit=1'));
    const next = `/companies?limit=1&cursor=${encodeURIComponent(page.cursor ?? '')}`;
    expect((await askBy(ok(one), 'GET', next)).status).toBe(200);
    expect((await askBy(ok(two), 'GET', next)).body.code).toBe('cursor.invalid');
  });

  it('is never taken together with a session, and is no session itself', async () => {
    const key = ok(await makeKey(owner, {}));
    const both = await http('GET', '/api/companies', { key: key.secret, cookie: owner.cookie });
    expect([both.status, both.body.code]).toEqual([400, 'key.with-cookie']);
    const asCookie = await http('GET', '/api/companies', { cookie: `sid=${key.secret}` });
    expect(asCookie.body.code).toBe('session.none');
    const foreignPage = await http('POST', '/api/companies', {
      cookie: owner.cookie,
      headers: { origin: 'https://evil.example' },
      body: {},
    });
    expect(foreignPage.body.code).toBe('edge.cross-site');
  });

  it('is refused in the same words when it is unknown, ended, revoked or no key at all', async () => {
    const gone = ok(await makeKey(owner, {}));
    ok(await ask(owner, 'POST', `/api-keys/${gone.keyId}/revoke`, { v: gone.v }));
    const refusals = await Promise.all([
      companies({ secret: `flk_${'x'.repeat(43)}` }),
      companies(await endedKey(owner)),
      companies(gone),
      http('GET', '/api/companies', { headers: { authorization: 'Basic b3duZXI6cGFzcw==' } }),
    ]);
    const { requestId: _, ...first } = refusals[0]?.body ?? {};
    for (const { status, body, headers } of refusals) {
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(body).toMatchObject({ ...first, code: 'key.refused' });
      expect(headers.get('ratelimit-limit')).toBeNull();
    }
    const ended = await listed(owner, 'ended');
    expect(ended.map(({ state }) => state).sort()).toEqual(['expired', 'revoked']);
    expect(ended.find(({ keyId }) => keyId === gone.keyId)).toMatchObject({
      revokedBy: owner.userId,
      revokedFor: 'hand',
    });
  });
});

describe('renewing a key', () => {
  const renew = (who: Member, { keyId }: { keyId: string }, body: object) =>
    ask<ApiKeyWithSecret>(who, 'POST', `/api-keys/${keyId}/renew`, body);

  it('lets both secrets work for the hours of grace, never three', async () => {
    const first = ok(await makeKey(owner, {}));
    const page = ok(await askBy<Page<unknown>>(first, 'GET', '/companies?limit=1'));
    const second = ok(await renew(owner, first, { v: first.v, graceHours: 24 }));
    expect(Date.parse(second.oldUntil ?? '') - Date.now()).toBeGreaterThan(23 * 3_600_000);
    const next = `/companies?limit=1&cursor=${encodeURIComponent(page.cursor ?? '')}`;
    for (const key of [first, second]) expect((await askBy(key, 'GET', next)).status).toBe(200);
    const third = ok(await renew(owner, first, { v: second.v, graceHours: 1, days: null }));
    expect(third.expiresAt).toBeUndefined();
    const statuses = await Promise.all([first, second, third].map(async (key) => (await companies(key)).status));
    expect(statuses).toEqual([401, 200, 200]);
    const fourth = ok(await renew(owner, first, { v: third.v, graceHours: 0 }));
    expect((await Promise.all([second, third, fourth].map(companies))).map(({ status }) => status)).toEqual([
      401, 401, 200,
    ]);
    ok(await ask(owner, 'POST', `/api-keys/${first.keyId}/revoke`, { v: fourth.v }));
    expect((await companies(fourth)).status).toBe(401);
    const late = await renew(owner, first, { v: fourth.v + 1 });
    expect([late.status, late.body.code]).toEqual([422, 'key.revoked']);
  });

  it('gives nobody more than they have: an owner’s key is renewed by owners, a wider one by who sees as much', async () => {
    const [admin, narrow] = await Promise.all([newStaff(owner, 'admin'), newStaff(owner, 'admin', [mine])]);
    const [owners, admins] = [ok(await makeKey(owner, {})), ok(await makeKey(admin, {}))];
    expect((await renew(admin, owners, { v: owners.v })).body.code).toBe('access.forbidden');
    expect((await renew(narrow, admins, { v: admins.v })).body.code).toBe('access.forbidden');
    ok(await renew(owner, admins, { v: admins.v }));
    const stale = await renew(owner, admins, { v: admins.v });
    expect([stale.status, stale.body.code]).toEqual([409, 'api-key.changed']);
  });

  it('brings back a key that had ended, for a maker who may still make keys', async () => {
    const ended = await endedKey(owner);
    const back = ok(await renew(owner, ended, { v: ended.v }));
    expect(back.oldUntil).toBeUndefined();
    expect([(await companies(ended)).status, (await companies(back)).status]).toEqual([401, 200]);
    const admin = await newStaff(owner, 'admin');
    const left = await endedKey({ ...owner, userId: admin.userId });
    await change(admin, { role: 'technician' });
    const refusal = await renew(owner, left, { v: left.v });
    expect([refusal.status, refusal.body.code]).toEqual([422, 'key.maker']);
  });
});

describe('the maker of a key', () => {
  it('may be an owner or an administrator, with a fresh proof, for clients that they see', async () => {
    const [manager, admin] = await Promise.all([newStaff(owner, 'manager'), newStaff(owner, 'admin', [mine])]);
    expect((await makeKey(manager, {})).body.code).toBe('access.forbidden');
    const wide = await makeKey(admin, {});
    expect([wide.status, wide.body.errors?.[0]?.path]).toEqual([400, 'companies']);
    expect((await makeKey(admin, { companies: [mine] })).status).toBe(200);
    const unknown = await makeKey(owner, { companies: ['01j9zq4xk3r8m2n5t7v9w1y3za'] });
    expect(unknown.body.errors?.[0]?.path).toBe('companies.0');
    const more = await makeKey(owner, { scopes: ['staff:manage' as never] });
    expect([more.status, more.body.errors?.[0]?.path]).toEqual([400, 'scopes.0']);
  });

  it('takes the key along: it shrinks with what they see, and ends with their right to make keys', async () => {
    const admin = await newStaff(owner, 'admin');
    const [wide, named] = [ok(await makeKey(admin, {})), ok(await makeKey(admin, { companies: [other] }))];
    const renewed = ok(await ask<ApiKeyWithSecret>(admin, 'POST', `/api-keys/${wide.keyId}/renew`, { v: wide.v }));
    await change(admin, { companies: [mine] });
    for (const key of [wide, renewed])
      expect(ok(await companies(key)).items.map(({ companyId }) => companyId)).toEqual([mine]);
    expect((await companies(named)).status).toBe(401);
    await change(admin, { role: 'owner', companies: 'all' });
    expect(ok(await companies(renewed)).items.length).toBeGreaterThan(1);
    await change(admin, { role: 'manager' });
    for (const key of [wide, renewed]) expect((await companies(key)).status).toBe(401);
    const ended = (await listed(owner, 'ended')).filter(({ makerId }) => makerId === admin.userId);
    expect(ended.map(({ revokedFor }) => revokedFor)).toEqual(['maker', 'maker']);
    await change(admin, { role: 'admin' });
    expect((await companies(renewed)).status).toBe(401);
  });

  it('is of one MSP: another one neither sees nor touches its keys', async () => {
    const [stranger, key] = [await easyMsp(), ok(await makeKey(owner, {}))];
    expect(await listed(stranger)).toEqual([]);
    for (const verb of ['revoke', 'renew']) {
      const answer = await ask(stranger, 'POST', `/api-keys/${key.keyId}/${verb}`, { v: key.v });
      expect([answer.status, answer.body.code]).toEqual([404, 'api-key.not-found']);
    }
    expect((await companies(key)).status).toBe(200);
  });

  it('has room for twenty live keys', async () => {
    const crowded = await easyMsp();
    const first = ok(await makeKey(crowded, {}));
    for (let made = 1; made < 20; made += 1) ok(await makeKey(crowded, {}));
    const refusal = await makeKey(crowded, {});
    expect([refusal.status, refusal.body.code]).toEqual([422, 'key.too-many']);
    ok(await ask(crowded, 'POST', `/api-keys/${first.keyId}/revoke`, { v: first.v }));
    ok(await makeKey(crowded, {}));
    // All of them follow a change of their maker in one commit.
    const heir = await newStaff(crowded, 'owner');
    const { v } = ok(await ask<StaffMember>(heir, 'GET', `/staff/${crowded.userId}`));
    ok(await ask(heir, 'POST', `/staff/${crowded.userId}/deactivate`, { v }));
    expect(await listed(heir)).toEqual([]);
  });
});
