import { beforeAll, describe, expect, it } from 'vitest';
import { type Arranged, type Habit, MOST_OWN, type View } from '../../shared/views/view.ts';
import { logs } from '../_kit/testing/world.ts';
import { ask, easyMsp, type Member, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let manager: Member;
let viewer: Member;

beforeAll(async () => {
  owner = await easyMsp();
  manager = await newStaff(owner, 'manager');
  viewer = await newStaff(owner, 'viewer');
});

const seen = async (who: Member) => ok(await ask<Arranged>(who, 'GET', '/views'));
const names = async (who: Member) => (await seen(who)).views.map(({ name }) => name).sort();
const keep = (who: Member, body: object = {}) =>
  ask<View>(who, 'POST', '/views', { list: 'findings', name: 'High risk', params: { risk: 'high' }, ...body });

describe('a view', () => {
  it('is kept, renamed, changed and deleted by who made it, and nobody else sees it', async () => {
    const made = ok(await keep(viewer));
    expect(made).toMatchObject({ name: 'High risk', shared: false, v: 1, params: { risk: 'high' } });
    expect(await names(manager)).toEqual([]);
    expect((await ask(manager, 'PATCH', `/views/${made.viewId}`, { v: 1, name: 'Mine' })).status).toBe(404);
    expect((await ask(manager, 'DELETE', `/views/${made.viewId}`, { v: 1 })).status).toBe(404);

    const params = { risk: 'high', density: 'compact', cols: 'finding,since' };
    const changed = ok(await ask<View>(viewer, 'PATCH', `/views/${made.viewId}`, { v: 1, name: 'Worst', params }));
    expect(changed).toMatchObject({ name: 'Worst', params, v: 2 });
    expect((await ask(viewer, 'PATCH', `/views/${made.viewId}`, { v: 1, name: 'Late' })).status).toBe(409);
    ok(await ask(viewer, 'DELETE', `/views/${made.viewId}`, { v: 2 }));
    expect(await names(viewer)).toEqual([]);
  });

  it('of the team is seen by all its staff, and changed only by who may share', async () => {
    const refused = await keep(viewer, { shared: true });
    expect([refused.status, refused.body.code]).toEqual([403, 'access.forbidden']);
    const team = ok(await keep(manager, { name: 'For the QBR', shared: true }));
    expect(await names(viewer)).toContain('For the QBR');
    expect((await ask(viewer, 'PATCH', `/views/${team.viewId}`, { v: 1, name: 'x' })).status).toBe(403);
    expect((await ask(viewer, 'DELETE', `/views/${team.viewId}`, { v: 1 })).status).toBe(403);

    const mine = ok(await ask<View>(manager, 'PATCH', `/views/${team.viewId}`, { v: 1, shared: false }));
    expect(mine.shared).toBe(false);
    expect(await names(viewer)).not.toContain('For the QBR');
    expect((await seen(manager)).views.map(({ viewId }) => viewId)).toEqual([team.viewId]);
    ok(await ask(manager, 'DELETE', `/views/${team.viewId}`, { v: mine.v }));
  });

  it('takes only parameters of its list, when it is made and when it changes', async () => {
    const refused = await keep(viewer, { params: { cursor: 'x' } });
    expect(refused.body.errors?.[0]).toMatchObject({ path: 'params.cursor' });
    const made = ok(await keep(viewer));
    const change = await ask(viewer, 'PATCH', `/views/${made.viewId}`, { v: 1, params: { lane: 'security' } });
    expect([change.status, change.body.errors?.[0]?.path]).toEqual([400, 'params.lane']);
    ok(await ask(viewer, 'DELETE', `/views/${made.viewId}`, { v: 1 }));
  });

  it('is one of at most fifty of a person', async () => {
    const hoarder = await newStaff(owner, 'viewer');
    for (let at = 0; at < MOST_OWN; at += 1) ok(await keep(hoarder, { name: `View ${at}` }));
    const last = await keep(hoarder);
    expect([last.status, last.body.code]).toEqual([422, 'view.too-many']);
    expect(last.body.detail).toContain('Delete one');
  });
});

describe('how a person has a list', () => {
  const put = (who: Member, body: Partial<Habit>) => ask<Habit>(who, 'PUT', '/habits/findings', body);

  it('is kept for them alone, whole, and opens with their view as long as there is one', async () => {
    const made = ok(await keep(viewer));
    ok(await put(viewer, { cols: 'finding,estimate', density: 'compact' }));
    ok(await put(viewer, { density: 'compact', viewId: made.viewId }));
    expect((await seen(viewer)).habits).toEqual([{ list: 'findings', density: 'compact', viewId: made.viewId }]);
    expect((await seen(manager)).habits).toEqual([]);
    ok(await ask(viewer, 'DELETE', `/views/${made.viewId}`, { v: 1 }));
    expect((await seen(viewer)).habits).toEqual([{ list: 'findings', density: 'compact' }]);
  });

  it('names columns once each and a list that there is', async () => {
    expect((await put(viewer, { cols: 'a,a' })).body.errors?.[0]?.path).toBe('cols');
    expect((await ask(viewer, 'PUT', '/habits/tickets', {})).body.errors?.[0]?.path).toBe('list');
  });
});

it('another MSP sees neither views nor habits, and reaches none by its id', async () => {
  const team = ok(await keep(manager, { name: 'Ours', shared: true }));
  const stranger = await easyMsp();
  expect(await seen(stranger)).toEqual({ views: [], habits: [] });
  expect((await ask(stranger, 'PATCH', `/views/${team.viewId}`, { v: 1, name: 'x' })).status).toBe(404);
  expect((await ask(stranger, 'DELETE', `/views/${team.viewId}`, { v: 1 })).status).toBe(404);
});

it('all lists of a person cost two read units at most, side by side', async () => {
  const answer = await ask<Arranged>(viewer, 'GET', '/views');
  const line = (await logs()).find(
    ({ requestId, message }) => message === 'request' && requestId === answer.headers.get('x-request-id'),
  );
  // The session's own read is one of them.
  expect(line?.units).toMatchObject({ depth: 2 });
  expect(line?.units?.read).toBeLessThanOrEqual(3);
});
