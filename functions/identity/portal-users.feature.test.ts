import { beforeAll, describe, expect, it } from 'vitest';
import type { ClientUser, ClientUserListed, StaffMember } from '../../shared/identity/member.ts';
import type { Profile } from '../../shared/identity/profile.ts';
import type { SessionInfo } from '../../shared/identity/session.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { STAFF_ROLES } from '../../shared/kernel/permissions.ts';
import { cookieOf } from '../_kit/testing/world.ts';
import {
  ask,
  easyMsp,
  type Member,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
  signIn,
} from './testing/members.ts';

let owner: Owner;
let companyId: string;
let stranger: Owner;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

const versionOf = async (userId: string) => ok(await ask<StaffMember>(owner, 'GET', `/staff/${userId}`)).v;
const edit = async (who: Member, userId: string, set: object) =>
  ask(who, 'PATCH', `/staff/${userId}`, { v: await versionOf(userId), ...set });
const signedIn = async (who: Member) => (await ask(who, 'GET', '/session')).status === 200;

describe('who may manage people', () => {
  it('is told by the role', async () => {
    const may = { staff: [] as string[], users: [] as string[] };
    const target = await newStaff(owner, 'viewer');
    const user = await newClientUser(owner, companyId, 'member');
    for (const role of STAFF_ROLES.filter((one) => one !== 'owner')) {
      const member = await newStaff(owner, role);
      const staff = await ask(member, 'POST', `/staff/${target.userId}/end-sessions`);
      const users = await ask(member, 'POST', `/companies/${companyId}/users/${user.userId}/end-sessions`);
      if (staff.status === 200) may.staff.push(role);
      if (users.status === 200) may.users.push(role);
      expect([200, 403]).toEqual(expect.arrayContaining([staff.status, users.status]));
    }
    expect(may).toEqual({ staff: ['admin'], users: ['admin', 'manager'] });
    const cookie = cookieOf(await signIn(user.email));
    for (const path of ['/staff', '/msp', '/staff-invitations', `/companies/${companyId}/users`]) {
      expect((await ask({ cookie }, 'GET', path)).status).toBe(403);
    }
  });

  it('administrators may not touch owners', async () => {
    const admin = await newStaff(owner, 'admin');
    expect((await edit(admin, owner.userId, { title: 'x' })).status).toBe(403);
    expect((await ask(admin, 'POST', `/staff/${owner.userId}/end-sessions`)).status).toBe(403);
    expect((await edit(admin, admin.userId, { role: 'owner' })).status).toBe(403);
  });
});

describe('portal users', () => {
  it('are listed at their company, signed out by a new role, and deactivated', async () => {
    const user = await newClientUser(owner, companyId, 'member');
    const path = `/companies/${companyId}/users`;
    const { items } = ok(await ask<Page<ClientUserListed>>(owner, 'GET', path));
    expect(items.map(({ userId }) => userId)).toContain(user.userId);
    const edited = await ask<ClientUser>(owner, 'PATCH', `${path}/${user.userId}`, { v: 1, role: 'approver' });
    expect(ok(edited).role).toBe('approver');
    expect(await signedIn(user)).toBe(false);
    expect((await signIn(user.email)).body.permissions).toContain('portal:approve');
    ok(await ask<ClientUser>(owner, 'POST', `${path}/${user.userId}/deactivate`, { v: 2 }));
    expect((await signIn(user.email)).body.code).toBe('sign-in.no-access');
    const twice = await ask(owner, 'POST', `${path}/${user.userId}/deactivate`, { v: 3 });
    expect(twice.body.code).toBe('portal-user.inactive');
    ok(await ask<ClientUser>(owner, 'POST', `${path}/${user.userId}/reactivate`, { v: 3 }));
  });

  it('are not there under another company', async () => {
    const user = await newClientUser(owner, companyId, 'member');
    const other = await newCompany(owner);
    const path = `/companies/${other}/users/${user.userId}`;
    expect((await ask(owner, 'PATCH', path, { v: 1, role: 'admin' })).status).toBe(404);
    expect((await ask(owner, 'POST', `${path}/end-sessions`)).status).toBe(404);
  });
});

describe('people of another MSP', () => {
  it('are not there, word for word like people who never were', async () => {
    const member = await newStaff(owner, 'viewer');
    const paths = (userId: string) => [
      ['GET', `/staff/${userId}`],
      ['PATCH', `/staff/${userId}`, { v: 1, title: 'x' }],
      ['POST', `/staff/${userId}/deactivate`, { v: 1 }],
      ['POST', `/staff/${userId}/end-sessions`],
    ];
    const answersOf = async (userId: string) => {
      const found = [];
      for (const [method, path, body] of paths(userId)) {
        const { status, body: problem } = await ask(stranger, String(method), String(path), body);
        found.push([status, problem.code, problem.detail]);
      }
      return found;
    };
    const foreign = await answersOf(member.userId);
    expect(foreign).toEqual(await answersOf('01hzzzzzzzzzzzzzzzzzzzzzzz'));
    expect(foreign.every(([status]) => status === 404)).toBe(true);
    expect(await signedIn(member)).toBe(true);
  });

  it.each(['t#x', 'X'.repeat(26), '%F0%9F%92%A9', 'a'.repeat(5_000)])(
    'with the id %s are refused before any key is built',
    async (id) => {
      const { status } = await ask(owner, 'GET', `/staff/${id.replaceAll('#', '%23')}`);
      expect(status).toBe(400);
    },
  );
});

describe('a profile', () => {
  it('is its owner’s to change, and the new name shows among the staff', async () => {
    const member = await newStaff(owner, 'viewer');
    const { v, singleKeys } = ok(await ask<Profile>(member, 'GET', '/me'));
    expect(singleKeys).toBe(true);
    const set = { name: 'Nadia New', theme: 'dark', singleKeys: false };
    expect(ok(await ask<Profile>(member, 'PATCH', '/me', { v, ...set }))).toMatchObject({ ...set, v: v + 1 });
    expect(ok(await ask<SessionInfo>(member, 'GET', '/session')).person).toMatchObject(set);
    expect(ok(await ask<StaffMember>(owner, 'GET', `/staff/${member.userId}`)).name).toBe('Nadia New');
    expect((await ask(member, 'PATCH', '/me', { v, name: 'Late' })).body).toMatchObject({
      status: 409,
      currentVersion: v + 1,
    });
  });
});
