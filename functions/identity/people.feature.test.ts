import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffListed, StaffMember } from '../../shared/identity/member.ts';
import type { Ended } from '../../shared/identity/session.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { control, cookieOf, http } from '../_kit/testing/world.ts';
import {
  ask,
  easyMsp,
  enrolled,
  type Member,
  newCompany,
  newStaff,
  type Owner,
  ok,
  PASSWORD,
  signIn,
} from './testing/members.ts';

let owner: Owner;
let companyId: string;

beforeAll(async () => {
  owner = await enrolled(await easyMsp(), PASSWORD);
  companyId = await newCompany(owner);
});

const versionOf = async (userId: string) => ok(await ask<StaffMember>(owner, 'GET', `/staff/${userId}`)).v;
const edit = async (who: Member, userId: string, set: object) =>
  ask(who, 'PATCH', `/staff/${userId}`, { v: await versionOf(userId), ...set });
const signedIn = async (who: Member) => (await ask(who, 'GET', '/session')).status === 200;

describe('staff', () => {
  it('are listed by name with role, last sign-in and second factor', async () => {
    const { items } = ok(await ask<Page<StaffListed>>(owner, 'GET', '/staff'));
    const own = items.find(({ userId }) => userId === owner.userId);
    expect(own).toMatchObject({ role: 'owner', status: 'active', secondFactor: true });
    expect(own?.lastSignInAt).toBeDefined();
  });

  it('are signed out by a new role, and get it at the next sign-in', async () => {
    const member = await newStaff(owner, 'technician');
    expect(ok(await edit(owner, member.userId, { role: 'viewer' }))).toMatchObject({ role: 'viewer' });
    expect(await signedIn(member)).toBe(false);
    expect((await signIn(member.email)).body.actor.role).toBe('viewer');
  });

  it('are signed out by other companies, and then see just those', async () => {
    const member = await newStaff(owner, 'manager');
    const other = await newCompany(owner);
    ok(await edit(owner, member.userId, { companies: [companyId] }));
    expect(await signedIn(member)).toBe(false);
    const cookie = cookieOf(await signIn(member.email));
    expect((await ask({ cookie }, 'GET', `/companies/${companyId}`)).status).toBe(200);
    expect((await ask({ cookie }, 'GET', `/companies/${other}`)).status).toBe(404);
    expect((await ask({ cookie }, 'GET', `/companies/${other}/users`)).status).toBe(404);
  });

  it('stay signed in when just their title changes', async () => {
    const member = await newStaff(owner, 'technician');
    expect(ok(await edit(owner, member.userId, { title: 'vCIO' }))).toMatchObject({ title: 'vCIO' });
    expect(await signedIn(member)).toBe(true);
  });

  it('lose access when they are deactivated, and get it back as it was', async () => {
    const member = await newStaff(owner, 'finance');
    const off = await ask<StaffMember>(owner, 'POST', `/staff/${member.userId}/deactivate`, { v: 1 });
    expect(ok(off).status).toBe('inactive');
    expect(await signedIn(member)).toBe(false);
    expect((await signIn(member.email)).body.code).toBe('sign-in.no-access');
    const twice = await ask(owner, 'POST', `/staff/${member.userId}/deactivate`, { v: 2 });
    expect(twice.body.code).toBe('staff.inactive');
    ok(await ask<StaffMember>(owner, 'POST', `/staff/${member.userId}/reactivate`, { v: 2 }));
    expect((await signIn(member.email)).body.actor.role).toBe('finance');
  });

  it('can be signed out everywhere by an administrator', async () => {
    const member = await newStaff(owner, 'viewer');
    ok(await signIn(member.email));
    expect(ok(await ask<Ended>(owner, 'POST', `/staff/${member.userId}/end-sessions`)).ended).toBe(2);
    expect(await signedIn(member)).toBe(false);
  });

  it('are signed out once by a request that is sent twice at once, and both are told the same', async () => {
    const member = await newStaff(owner, 'viewer');
    // One of the two looks for sessions when the other has just ended them.
    const late = { operation: 'Query', function: 'identity-api', about: member.userId, nth: 1 };
    const fault = await control<number>('arm', { rule: { ...late, effect: 'delay', delayMs: 400 } });
    const headers = { 'idempotency-key': 'end-twice-0001' };
    const path = `/api/staff/${member.userId}/end-sessions`;
    const end = () => http<Ended>('POST', path, { cookie: owner.cookie, headers });
    const answers = await Promise.all([end(), end()]);
    await control('disarm', { fault });
    expect(answers.map(({ body }) => body.ended)).toEqual([1, 1]);
  });

  it('are changed from their present version only', async () => {
    const member = await newStaff(owner, 'viewer');
    ok(await edit(owner, member.userId, { title: 'Bench' }));
    const stale = await ask(owner, 'PATCH', `/staff/${member.userId}`, { v: 1, title: 'Field' });
    expect(stale.body).toMatchObject({ status: 409, currentVersion: 2 });
  });
});

describe('the last owner', () => {
  it('can neither be demoted nor deactivated', async () => {
    const admin = await newStaff(owner, 'admin');
    expect((await edit(owner, owner.userId, { role: 'admin' })).body.code).toBe('staff.last-owner');
    const v = await versionOf(owner.userId);
    expect((await ask(owner, 'POST', `/staff/${owner.userId}/deactivate`, { v })).body.code).toBe('staff.self');
    expect((await ask(admin, 'POST', `/staff/${owner.userId}/deactivate`, { v })).status).toBe(403);
  });

  it('is one who sees all clients, and stays so', async () => {
    await newStaff(owner, 'owner', [companyId]);
    for (const set of [{ companies: [companyId] }, { role: 'admin' }]) {
      expect((await edit(owner, owner.userId, set)).body.code).toBe('staff.last-owner');
    }
  });

  it('remains when two owners demote each other at once', async () => {
    const msp = await easyMsp();
    const other = await newStaff(msp, 'owner');
    const answers = await Promise.all([
      ask(msp, 'PATCH', `/staff/${other.userId}`, { v: 1, role: 'viewer' }),
      ask(other, 'PATCH', `/staff/${msp.userId}`, { v: 1, role: 'viewer' }),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    const cookies = [msp.cookie, other.cookie];
    const pages = await Promise.all(cookies.map((cookie) => ask<Page<StaffListed>>({ cookie }, 'GET', '/staff')));
    const owners = pages.find(({ status }) => status === 200)?.body.items.filter(({ role }) => role === 'owner');
    expect(owners?.length).toBeGreaterThanOrEqual(1);
  });
});
