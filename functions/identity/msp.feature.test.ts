import { beforeAll, describe, expect, it } from 'vitest';
import type { Brand, Msp } from '../../shared/identity/msp.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { AuditRow } from '../../shared/platform/audit.ts';
import { as, http } from '../_kit/testing/world.ts';
import { open } from './msps.service.ts';
import { anonymousAt, callAt } from './testing/in-process.ts';
import {
  ask,
  easyMsp,
  emailOf,
  newClientUser,
  newCompany,
  newMsp,
  newStaff,
  type Owner,
  ok,
  PASSWORD,
  signIn,
  unique,
} from './testing/members.ts';

let owner: Owner;

beforeAll(async () => {
  owner = await newMsp();
});

const today = () => new Date().toISOString().slice(0, 10);

describe('the settings of an MSP', () => {
  it('show in its portal as soon as they change', async () => {
    const { v } = ok(await ask<Msp>(owner, 'GET', '/msp'));
    const set = {
      v,
      name: 'Northlight IT',
      accent: '#0B6E66',
      supportEmail: 'help@northlight.example',
      supportPhone: '+1 555 0100',
    };
    expect(ok(await ask<Msp>(owner, 'PATCH', '/msp', set))).toMatchObject({
      name: 'Northlight IT',
      v: v + 1,
      slug: owner.slug,
    });
    const brand = ok(await http<Brand>('GET', `/api/portal/${owner.slug}/brand`));
    expect(brand).toMatchObject({ name: 'Northlight IT', accent: '#0b6e66', supportPhone: '+1 555 0100' });
    expect(brand.accentDark).toMatch(/^#[0-9a-f]{6}$/);
    expect(Object.keys(brand).sort()).toEqual([
      'accent',
      'accentDark',
      'logo',
      'name',
      'slug',
      'supportEmail',
      'supportPhone',
    ]);
  });

  it('refuse a colour that cannot be read, and a logo that could carry a script', async () => {
    const { v } = ok(await ask<Msp>(owner, 'GET', '/msp'));
    expect((await ask(owner, 'PATCH', '/msp', { v, accent: '#ffee00' })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'accent' }],
    });
    const logo = `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`;
    expect((await ask(owner, 'PATCH', '/msp', { v, logo })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'logo' }],
    });
    expect((await ask(owner, 'PATCH', '/msp', { v, slug: 'other' })).status).toBe(400);
  });

  it('are changed from their present version only', async () => {
    const { v } = ok(await ask<Msp>(owner, 'GET', '/msp'));
    ok(await ask<Msp>(owner, 'PATCH', '/msp', { v, legalName: 'Northlight LLC' }));
    const late = await ask(owner, 'PATCH', '/msp', { v, legalName: 'Late LLC' });
    expect(late.body).toMatchObject({ status: 409, code: 'msp.changed', currentVersion: v + 1 });
  });

  it('are for owners and administrators to change', async () => {
    const easy = await easyMsp();
    const manager = await newStaff(easy, 'manager');
    const { v } = ok(await ask<Msp>(manager, 'GET', '/msp'));
    expect((await ask(manager, 'PATCH', '/msp', { v, name: 'Mine' })).status).toBe(403);
  });
});

describe('an MSP of the demo', () => {
  it('may ask nobody for a second factor', async () => {
    const scope = anonymousAt(new Date());
    const facts = {
      mspName: 'Demo Desk',
      slug: unique('demo'),
      name: 'Dana Demo',
      email: emailOf('dana'),
      password: PASSWORD,
    };
    const input = { ...facts, locale: 'en-US', timeZone: 'America/Denver', currency: 'USD', mfaRequired: false };
    const session = await as('identity-api', () => open(scope, input, callAt(scope.now())));
    expect(session.state).toBe('full');
    expect((await signIn(facts.email)).body.state).toBe('full');
  });
});

describe('the face of a portal', () => {
  it('of an address that nobody has is not found, whatever is asked for', async () => {
    const answers = await Promise.all(
      ['nobody-is-here', 'API', 'a', '%23', 'x'.repeat(150)].map((slug) => http('GET', `/api/portal/${slug}/brand`)),
    );
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'portal.not-found']);
  });
});

describe('the audit trail', () => {
  const audit = (who: { cookie: string }, query = '') =>
    ask<Page<AuditRow>>(who, 'GET', `/audit?from=${today()}&to=${today()}${query}`);

  it('begins with the MSP itself and holds every change with its fields, never their values', async () => {
    const fresh = await newMsp();
    const { v } = ok(await ask<Msp>(fresh, 'GET', '/msp'));
    ok(await ask<Msp>(fresh, 'PATCH', '/msp', { v, mfaRequired: false }));
    const { items } = ok(await audit(fresh, '&limit=100'));
    const first = items.at(-1);
    expect(first).toMatchObject({ operation: 'identity.signUp', actorId: fresh.userId });
    expect(first?.changes.map(({ entity }) => entity)).toEqual(
      expect.arrayContaining(['msp', 'staff', 'person', 'session']),
    );
    const edit = items.find(({ operation }) => operation === 'identity.editMsp');
    expect(edit?.changes).toEqual([
      expect.objectContaining({ entity: 'msp', action: 'changed', fields: ['mfaRequired'] }),
    ]);
    expect(JSON.stringify(items)).not.toMatch(/argon2|@example\.com/);
  });

  it('comes in pages, newest first, and can be asked for one person or one client', async () => {
    const easy = await easyMsp();
    const companyId = await newCompany(easy);
    await newCompany(easy);
    const one = ok(await audit(easy, '&limit=2'));
    expect(one.items).toHaveLength(2);
    const two = ok(await audit(easy, `&limit=2&cursor=${encodeURIComponent(one.cursor ?? '')}`));
    const ids = [...one.items, ...two.items].map(({ auditId }) => auditId);
    expect([...ids].sort().reverse()).toEqual(ids);
    const client = ok(await audit(easy, `&companyId=${companyId}`));
    expect(client.items.map(({ operation }) => operation)).toEqual(['companies.create']);
    expect(ok(await audit(easy, '&actorId=nobody')).items).toEqual([]);
  });

  it('spans days, and says which ones it takes', async () => {
    const path = (from: string, to: string) => `/audit?from=${from}&to=${to}&limit=100`;
    expect((await ask(owner, 'GET', path('2026-01-02', '2026-01-01'))).body.errors?.[0]?.path).toBe('to');
    expect((await ask(owner, 'GET', path('2026-01-01', '2026-03-01'))).body.errors?.[0]?.path).toBe('from');
    expect(ok(await ask<Page<AuditRow>>(owner, 'GET', path('2026-01-01', '2026-01-31'))).items).toEqual([]);
    const forged = await ask(owner, 'GET', `${path(today(), today())}&cursor=${today()}~forged.x`);
    expect(forged.body.code).toBe('cursor.invalid');
    expect((await ask(owner, 'GET', `${path(today(), today())}&cursor=x`)).body.code).toBe('cursor.invalid');
  });

  it('is for owners and administrators, and of their own MSP', async () => {
    const easy = await easyMsp();
    const companyId = await newCompany(easy);
    const manager = await newStaff(easy, 'manager');
    const user = await newClientUser(easy, companyId, 'admin');
    expect((await audit(manager)).status).toBe(403);
    expect((await audit(user)).status).toBe(403);
    const narrow = await newStaff(easy, 'admin', [companyId]);
    const other = await newCompany(easy);
    expect((await audit(narrow, `&companyId=${other}`)).status).toBe(404);
    const seen = ok(await audit(narrow, '&limit=100')).items;
    expect(seen.some((row) => row.companyId === other)).toBe(false);
    expect(seen.some((row) => row.companyId === companyId)).toBe(true);
    const foreign = ok(await audit(owner, '&limit=100')).items.map(({ actorId }) => actorId);
    expect(foreign).not.toContain(easy.userId);
  });
});
