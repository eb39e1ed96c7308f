import { beforeAll, describe, expect, it } from 'vitest';
import type { Comment } from '../../shared/comments/comment.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Notification } from '../../shared/notifications/notification.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { idle, logs } from '../_kit/testing/world.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import {
  ask,
  easyMsp,
  type Member,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
} from '../identity/testing/members.ts';

let owner: Owner;
let manager: Member;
let technician: Member;
let companyId: string;
let item: PlannerItemDetail;

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner);
  manager = await newStaff(owner, 'manager');
  technician = await newStaff(owner, 'technician');
  item = ok(
    await ask<PlannerItemDetail>(owner, 'POST', `/companies/${companyId}/planner-items`, { title: 'Replace servers' }),
  );
});

const about = (type: string, id: string, company = companyId) => `/companies/${company}/comments/${type}/${id}`;
const onItem = () => about('planner-item', item.plannerItemId);
const add = (who: { cookie: string }, path: string, text: string, mentions: string[] = []) =>
  ask<Comment>(who, 'POST', path, { text, mentions });
const read = async (who: { cookie: string }, path: string) =>
  ok(await ask<Page<Comment>>(who, 'GET', path)).items.map(({ text }) => text);
async function told(who: { cookie: string }): Promise<Notification[]> {
  await idle();
  return ok(await ask<Page<Notification>>(who, 'GET', '/notifications')).items;
}

describe('comments on a record', () => {
  it('are written, changed by their author alone, and deleted by author or owner', async () => {
    const said = ok(await add(manager, onItem(), '  Wait for the lease.  '));
    expect(said).toMatchObject({ text: 'Wait for the lease.', createdBy: manager.userId, mentions: [] });
    const path = `${onItem()}/${said.commentId}`;
    const others = await ask(technician, 'PATCH', path, { v: 1, text: 'No' });
    expect([others.status, others.body.detail]).toEqual([403, expect.stringContaining('Only who wrote')]);
    expect((await ask(technician, 'DELETE', path, { v: 1 })).status).toBe(403);
    const changed = ok(await ask<Comment>(manager, 'PATCH', path, { v: 1, text: 'Wait for the new lease.' }));
    expect(changed).toMatchObject({ v: 2, text: 'Wait for the new lease.', editedAt: expect.any(String) });
    expect((await ask(manager, 'PATCH', path, { v: 1, text: 'Late' })).status).toBe(409);
    ok(await ask(owner, 'DELETE', path, { v: 2 }));
    expect(await read(technician, onItem())).toEqual([]);
    expect((await ask(manager, 'PATCH', path, { v: 2, text: 'Gone' })).status).toBe(404);
  });

  it('are read a page at a time, newest first, those of other records apart', async () => {
    const finding = await raiseFinding(owner, companyId);
    const path = about('finding', finding.findingId);
    for (const text of ['one', 'two', 'three']) ok(await add(owner, path, text));
    const first = ok(await ask<Page<Comment>>(owner, 'GET', `${path}?limit=2`));
    expect(first.items.map(({ text }) => text)).toEqual(['three', 'two']);
    expect(await read(owner, `${path}?limit=2&cursor=${first.cursor}`)).toEqual(['one']);
    expect(await read(owner, onItem())).toEqual([]);
  });

  it('cost half a read unit to look at, in one round trip after the session', async () => {
    await read(owner, onItem());
    const line = (await logs()).findLast(({ operation }) => operation === 'comments.list');
    expect(line?.units).toMatchObject({ read: 1.5, calls: 2 });
  });

  it('say what is wrong with them', async () => {
    const empty = await add(owner, onItem(), '   ');
    expect([empty.status, empty.body.errors?.[0]]).toEqual([400, { path: 'text', message: 'Write something first.' }]);
    expect((await add(owner, onItem(), 'x'.repeat(4_001))).body.errors?.[0]?.path).toBe('text');
    expect((await add(owner, about('planner-item', companyId), 'Nowhere')).status).toBe(404);
    expect((await add(owner, about('invoice', item.plannerItemId), 'No such kind')).status).toBe(400);
  });
});

describe('somebody who is named', () => {
  it('is told once, with a link to the record; who names themselves is not', async () => {
    const said = ok(await add(owner, onItem(), '@Tech look', [technician.userId, owner.userId, technician.userId]));
    const [notification, ...more] = await told(technician);
    expect(more).toEqual([]);
    expect(notification).toMatchObject({
      type: 'mentioned',
      companyId,
      record: { type: 'planner-item', id: item.plannerItemId },
      params: { by: expect.any(String), company: expect.any(String) },
    });
    expect((await told(owner)).filter(({ type }) => type === 'mentioned')).toEqual([]);
    const path = `${onItem()}/${said.commentId}`;
    ok(
      await ask(owner, 'PATCH', path, {
        v: 1,
        text: '@Tech and @Manager',
        mentions: [technician.userId, manager.userId],
      }),
    );
    expect((await told(manager)).map(({ type }) => type)).toEqual(['mentioned']);
    expect(await told(technician)).toHaveLength(1);
  });

  it('must work here and see the record', async () => {
    const elsewhere = await newStaff(owner, 'manager', [await newCompany(owner)]);
    const blind = await add(owner, onItem(), '@Elsewhere', [elsewhere.userId]);
    expect([blind.status, blind.body.errors?.[0]?.path]).toEqual([400, 'mentions.0']);
    const stranger = await easyMsp();
    const unknown = await add(owner, onItem(), '@Stranger', [manager.userId, stranger.userId]);
    expect(unknown.body.errors?.[0]).toMatchObject({ path: 'mentions.1', message: expect.stringContaining('team') });
  });
});

describe('who may not', () => {
  it('read a record, reads no word about it and writes none', async () => {
    const budget = ok(
      await ask<{ budgetId: string }>(owner, 'POST', `/companies/${companyId}/budgets`, {
        title: 'IT budget',
        fiscalYear: 2031,
        plannerItemIds: [],
      }),
    );
    const path = about('budget', budget.budgetId);
    ok(await add(owner, path, 'Margin is thin'));
    expect((await ask(technician, 'GET', path)).status).toBe(403);
    expect((await add(technician, path, 'Hello')).status).toBe(403);
    const named = await add(owner, path, '@Tech', [technician.userId]);
    expect(named.body.errors?.[0]?.message).toContain('does not see this record');
  });

  it('see the client, other MSPs and client users among them, finds nothing', async () => {
    ok(await add(owner, onItem(), 'Among ourselves'));
    const limited = await newStaff(owner, 'manager', [await newCompany(owner)]);
    const client = await newClientUser(owner, companyId, 'admin');
    const stranger = await easyMsp();
    const status = async (who: { cookie: string }) => [
      (await ask(who, 'GET', onItem())).status,
      (await add(who, onItem(), 'Hello')).status,
    ];
    expect(await status(limited)).toEqual([404, 404]);
    expect(await status(stranger)).toEqual([200, 404]);
    expect(await read(stranger, onItem())).toEqual([]);
    expect(await status(client)).toEqual([403, 403]);
    // A record of one client is not found under another.
    expect((await add(owner, about('planner-item', item.plannerItemId, await newCompany(owner)), 'x')).status).toBe(
      404,
    );
  });
});
