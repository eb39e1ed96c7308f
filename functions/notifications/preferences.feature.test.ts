import { beforeAll, describe, expect, it } from 'vitest';
import type { Notification, Unread } from '../../shared/notifications/notification.ts';
import type { Preferences } from '../../shared/notifications/preferences.ts';
import {
  ask,
  askBy,
  easyMsp,
  type Member,
  makeKey,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
} from '../identity/testing/members.ts';
import { budgetWaits, prefer, reportReady, stopped, tell, wanted } from './testing/digests.ts';

const PATH = '/notifications/preferences';

let owner: Owner;
let manager: Member;
let karen: Member;
let companyId: string;

const heard = async (who: Member) =>
  ok(await ask<{ items: Notification[] }>(who, 'GET', '/notifications')).items.length;
const unread = async (who: Member) => ok(await ask<Unread>(who, 'GET', '/notifications/unread')).unread;

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner);
  [manager, karen] = [await newStaff(owner, 'manager'), await newClientUser(owner, companyId, 'approver')];
});

describe('what a person wants to hear of', () => {
  it('is everything, and no digest, until they say otherwise', async () => {
    for (const who of [owner, karen]) expect(await wanted(who)).toEqual({ v: 0, muted: [], digest: 'off' });
  });

  it('changes from the version that the page shows, and says which field is wrong', async () => {
    const set = { muted: ['export-finished', 'export-failed', 'export-finished'], digest: 'weekly' };
    const saved = ok(await ask<Preferences>(owner, 'PUT', PATH, { v: 0, ...set }));
    expect(saved).toEqual({ v: 1, muted: ['export-failed', 'export-finished'], digest: 'weekly' });
    expect(await wanted(owner)).toEqual(saved);
    const stale = await ask(owner, 'PUT', PATH, { v: 0, ...set });
    expect([stale.status, stale.body.code]).toEqual([409, 'notification-preferences.changed']);
    expect(stale.body).toMatchObject({ currentVersion: 1 });
    const wrong = async (body: object) =>
      (await ask(owner, 'PUT', PATH, { v: 1, muted: [], digest: 'off', ...body })).body.errors?.[0]?.path;
    expect(await wrong({ muted: ['gossip'] })).toBe('muted.0');
    expect(await wrong({ digest: 'hourly' })).toBe('digest');
    expect(await wanted(owner)).toEqual(saved);
  });

  it('mutes a kind: neither a notification nor a count, until it is wanted again', async () => {
    await prefer(manager, { muted: ['integration-failed'] });
    await tell([manager, owner], stopped());
    expect([await heard(manager), await unread(manager), await unread(owner)]).toEqual([0, 0, 1]);
    await tell([manager], reportReady(companyId, 'Cedar Ridge'));
    expect([await heard(manager), await unread(manager)]).toEqual([1, 1]);
    await prefer(manager, { muted: [] });
    await tell([manager], stopped());
    expect([await heard(manager), await unread(manager)]).toEqual([2, 2]);
  });

  it('is set while the bell rings, and neither is lost', async () => {
    const v = (await wanted(karen)).v;
    const ringing = Array.from({ length: 4 }, () => tell([karen], budgetWaits(companyId, 1)));
    const set = { v, muted: [], digest: 'daily' };
    const [saved] = await Promise.all([ask<Preferences>(karen, 'PUT', PATH, set), ...ringing]);
    expect(ok(saved)).toEqual({ ...set, v: v + 1 });
    expect(await wanted(karen)).toEqual(ok(saved));
    expect([await heard(karen), await unread(karen)]).toEqual([4, 4]);
  });
});

describe('others', () => {
  it("neither see nor change it: it is everybody's own", async () => {
    const stranger = await easyMsp();
    const before = await wanted(owner);
    expect(await wanted(stranger)).toMatchObject({ v: 0 });
    for (const who of [stranger, manager]) await prefer(who, { muted: ['webhook-disabled'], digest: 'daily' });
    expect(await wanted(owner)).toEqual(before);
  });

  it('who are not signed in, and API keys, have none', async () => {
    expect((await ask({ cookie: '' }, 'GET', PATH)).status).toBe(401);
    const key = ok(await makeKey(owner, { scopes: ['msp:read'] }));
    const set = { v: 0, muted: [], digest: 'off' };
    expect((await askBy(key, 'GET', PATH)).status).toBe(403);
    expect((await askBy(key, 'PUT', PATH, set)).status).toBe(403);
  });
});
