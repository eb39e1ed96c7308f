import { beforeAll, describe, expect, it } from 'vitest';
import type { Company } from '../../shared/companies/company.ts';
import type { Contact } from '../../shared/companies/contact.ts';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import { http, logs } from '../_kit/testing/world.ts';
import { easyMsp, newClientUser, newStaff, type Owner } from '../identity/testing/members.ts';

let owner: Owner;
let other: Owner;

beforeAll(async () => {
  [owner, other] = await Promise.all([easyMsp(), easyMsp()]);
});

const create = (name: string, who = owner, more: object = {}, headers: Record<string, string> = {}) =>
  http<Company>('POST', '/api/companies', {
    cookie: who.cookie,
    headers,
    body: { name, timeZone: 'America/Los_Angeles', ...more },
  });

describe('clients', () => {
  it('are created, found by part of their name, changed and archived', async () => {
    const { body: made, status } = await create('Cedar Ridge Family Dental', owner, {
      industry: 'Healthcare (HIPAA)',
      seats: 31,
    });
    expect([status, made.v, made.status]).toEqual([200, 1, 'active']);
    const found = await http<{ items: Company[] }>('GET', '/api/companies?q=ridge%20fam', { cookie: owner.cookie });
    expect(found.body.items.map((company) => company.companyId)).toEqual([made.companyId]);

    const path = `/api/companies/${made.companyId}`;
    const edited = await http<Company>('PATCH', path, {
      cookie: owner.cookie,
      body: { v: 1, agreement: 'All-in, $150 a seat' },
    });
    expect(edited.body).toMatchObject({ v: 2, agreement: 'All-in, $150 a seat', seats: 31 });

    const archived = await http<Company>('POST', `${path}/archive`, { cookie: owner.cookie, body: { v: 2 } });
    expect(archived.body).toMatchObject({ status: 'archived', v: 3 });
    const listed = await http<{ items: Company[] }>('GET', '/api/companies', { cookie: owner.cookie });
    expect(listed.body.items.map((company) => company.companyId)).not.toContain(made.companyId);
    expect((await http('PATCH', path, { cookie: owner.cookie, body: { v: 3, seats: 1 } })).body.code).toBe(
      'company.archived',
    );
    expect((await http<Company>('POST', `${path}/restore`, { cookie: owner.cookie, body: { v: 3 } })).body.status).toBe(
      'active',
    );
  });

  it('bear a name once, whatever its case, accents and punctuation; a changed name gives the old one free', async () => {
    const { body: first } = await create('Café Müller & Sons');
    const twin = await create('cafe  muller SONS');
    expect([twin.status, twin.body.code]).toEqual([409, 'company-name.taken']);
    expect(twin.body.errors?.[0]?.path).toBe('name');
    await http('PATCH', `/api/companies/${first.companyId}`, {
      cookie: owner.cookie,
      body: { v: 1, name: 'Müller Holding' },
    });
    expect((await create('cafe muller sons')).status).toBe(200);
    expect((await create('Café Müller & Sons', other)).status).toBe(200);
  });

  it('are not overwritten by the slower of two editors, who is told the version now stored', async () => {
    const { body: made } = await create('Two Editors Inc');
    const path = `/api/companies/${made.companyId}`;
    const answers = await Promise.all([
      http('PATCH', path, { cookie: owner.cookie, body: { v: 1, seats: 10 } }),
      http('PATCH', path, { cookie: owner.cookie, body: { v: 1, seats: 20 } }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const late = await http('PATCH', path, { cookie: owner.cookie, body: { v: 1, seats: 30 } });
    expect(late.body).toMatchObject({ code: 'company.changed', currentVersion: 2 });
  });

  it('are made once when a request with an Idempotency-Key is sent again', async () => {
    const headers = { 'idempotency-key': 'create-once-0001' };
    const [a, b] = [
      await create('Once Only LLC', owner, {}, headers),
      await create('Once Only LLC', owner, {}, headers),
    ];
    expect([b.status, b.body.companyId]).toEqual([200, a.body.companyId]);
    const reused = await create('Something Else', owner, {}, headers);
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency.reused']);
    const racing = await Promise.all(
      Array.from({ length: 5 }, () => create('Raced LLC', owner, {}, { 'idempotency-key': 'create-raced-0001' })),
    );
    expect(new Set(racing.map((answer) => answer.body.companyId)).size).toBe(1);
  });

  it('answer bad input with the field and the remedy, and keep nothing', async () => {
    const nameless = await create('   ');
    expect(nameless.body).toMatchObject({
      status: 400,
      code: 'input.invalid',
      errors: [{ path: 'name', message: 'Enter the name of the company.' }],
    });
    expect((await create('X', owner, { wrong: 1 })).body.errors?.[0]?.message).toContain('wrong');
    expect((await create('X', owner, { timeZone: 'Mars/Olympus' })).body.errors?.[0]?.path).toBe('timeZone');
    const huge = await http('POST', '/api/companies', { cookie: owner.cookie, body: { name: 'x'.repeat(300_000) } });
    expect([huge.status, huge.body.code]).toEqual([413, 'body.too-large']);
    const broken = await http('POST', '/api/companies', {
      cookie: owner.cookie,
      body: '{"name":',
      headers: { 'content-type': 'application/json' },
    });
    expect([broken.status, broken.body.code]).toEqual([400, 'body.malformed']);
    const text = await http('POST', '/api/companies', {
      cookie: owner.cookie,
      body: 'name=x',
      headers: { 'content-type': 'text/plain' },
    });
    expect(text.status).toBe(415);
    const foreign = await http('POST', '/api/companies', {
      cookie: owner.cookie,
      body: { name: 'x' },
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.body.code).toBe('edge.cross-site');
  });

  it('page by a cursor that only the same person and list accept', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, i) => create(`Paged Client ${i}`, other)));
    const first = await http<{ items: Company[]; cursor?: string }>('GET', '/api/companies?limit=3&q=paged', {
      cookie: other.cookie,
    });
    expect(first.body.items).toHaveLength(3);
    const next = (cookie: string, q = 'paged') =>
      http<{ items: Company[] }>(
        'GET',
        `/api/companies?limit=3&q=${q}&cursor=${encodeURIComponent(first.body.cursor ?? '')}`,
        { cookie },
      );
    const second = await next(other.cookie);
    expect(second.body.items.map((company) => company.name)).toEqual([
      'Paged Client 3',
      'Paged Client 4',
      'Paged Client 5',
    ]);
    expect((await next(owner.cookie)).body.code).toBe('cursor.invalid');
    expect((await next(other.cookie, 'else')).body.code).toBe('cursor.invalid');
  });
});

describe('people and places of a client', () => {
  it('are kept with the client and counted on its overview', async () => {
    const { body: company } = await create('Overview Dental');
    const path = `/api/companies/${company.companyId}`;
    const contact = await http<Contact>('POST', `${path}/contacts`, {
      cookie: owner.cookie,
      body: { name: 'Karen Doyle', email: 'Karen@Cedar.example', roles: ['approver'] },
    });
    expect(contact.body).toMatchObject({ email: 'karen@cedar.example', roles: ['approver'], v: 1 });
    await http('POST', `${path}/locations`, { cookie: owner.cookie, body: { name: 'Tigard' } });
    const overview = await http<CompanyOverview>('GET', `${path}/overview`, { cookie: owner.cookie });
    expect(overview.body).toMatchObject({ contacts: 1, locations: 1, company: { name: 'Overview Dental' } });
    const gone = await http('DELETE', `${path}/contacts/${contact.body.contactId}?v=1`, {
      cookie: owner.cookie,
      body: { v: 1 },
    });
    expect(gone.status).toBe(200);
    expect((await http<{ items: Contact[] }>('GET', `${path}/contacts`, { cookie: owner.cookie })).body.items).toEqual(
      [],
    );
  });
});

describe('isolation', () => {
  it('answers another MSP exactly as for a client that does not exist', async () => {
    const { body: company } = await create('Walled Inc');
    const nobody = '01j9zq4xk3r8m2n5t7v9w1y3za';
    for (const [method, tail, body] of [
      ['GET', '', undefined],
      ['GET', '/overview', undefined],
      ['PATCH', '', { v: 1, seats: 1 }],
      ['POST', '/contacts', { name: 'x' }],
    ] as const) {
      const foreign = await http(method, `/api/companies/${company.companyId}${tail}`, { cookie: other.cookie, body });
      const random = await http(method, `/api/companies/${nobody}${tail}`, { cookie: other.cookie, body });
      expect([foreign.status, foreign.body.code, foreign.body.detail]).toEqual([
        404,
        'company.not-found',
        random.body.detail,
      ]);
    }
  });

  it('shows staff who are limited to named clients those and no others', async () => {
    const [{ body: seen }, { body: hidden }] = [await create('Seen Client'), await create('Hidden Client')];
    const limited = await newStaff(owner, 'manager', [seen.companyId]);
    const list = await http<{ items: Company[] }>('GET', '/api/companies?q=client', { cookie: limited.cookie });
    expect(list.body.items.map((company) => company.name)).toEqual(['Seen Client']);
    expect((await http('GET', `/api/companies/${hidden.companyId}`, { cookie: limited.cookie })).status).toBe(404);
  });

  it('lets viewers look and nothing else, and client users not even that', async () => {
    const { body: company } = await create('Roles Inc');
    const viewer = await newStaff(owner, 'viewer');
    expect((await http('GET', `/api/companies/${company.companyId}`, { cookie: viewer.cookie })).status).toBe(200);
    expect((await create('No Way', { ...owner, cookie: viewer.cookie })).body.code).toBe('access.forbidden');
    const client = await newClientUser(owner, company.companyId, 'admin');
    expect((await http('GET', `/api/companies/${company.companyId}`, { cookie: client.cookie })).status).toBe(403);
    expect((await http('GET', '/api/companies')).body.code).toBe('session.none');
  });
});

describe('cost', () => {
  it('of a list of 50 and of an overview stays within the house budget', async () => {
    const reads = async (path: string) => {
      const { headers, body } = await http('GET', path, { cookie: other.cookie });
      const requestId = headers.get('x-request-id') ?? body.requestId;
      const line = (await logs()).findLast((one) => one.message === 'request' && one.requestId === requestId);
      return line?.units;
    };
    const list = await reads('/api/companies?limit=50');
    expect(list?.read).toBeLessThanOrEqual(3);
    expect(list?.depth).toBeLessThanOrEqual(2);
  });
});
