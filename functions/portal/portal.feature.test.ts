import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Meeting } from '../../shared/meetings/meeting.ts';
import type { AuditRow } from '../../shared/platform/audit.ts';
import { portalApi } from '../../shared/portal/portal.api.ts';
import type {
  PortalBudget,
  PortalHome,
  PortalMeetings,
  PortalMinutes,
  PortalRoadmap,
} from '../../shared/portal/portal.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, idle } from '../_kit/testing/world.ts';
import * as Approval from '../budgets/approval.service.ts';
import { get as getCompany } from '../companies/companies.service.ts';
import { ask, easyMsp, type Member, newClientUser, type Owner, ok } from '../identity/testing/members.ts';
import { newContact, newMeeting, PRESENTER_ONLY, pathOf, readMeeting, turn } from '../meetings/testing/held.ts';
import { publishedItems } from '../planner/publishing.service.ts';
import { PRIVATE, type Presented, present } from './testing/sent-budget.ts';

let owner: Owner;
let cedar: Presented;
let tigard: Presented;
let karen: Member;
let finn: Member;

beforeAll(async () => {
  owner = await easyMsp();
  cedar = await present(owner);
  tigard = await present(owner);
  karen = await newClientUser(owner, cedar.companyId, 'approver');
  finn = await newClientUser(owner, cedar.companyId, 'finance');
});

const home = async (who: Member) => ok(await ask<PortalHome>(who, 'GET', '/portal/home'));
const budgets = async (who: Member) => ok(await ask<{ items: PortalBudget[] }>(who, 'GET', '/portal/budgets')).items;

describe('the portal', () => {
  it('opens with what waits for an answer and what comes next', async () => {
    const seen = await home(karen);
    expect(seen).toMatchObject({
      brand: { slug: owner.slug },
      mayAnswer: true,
      waiting: { lines: 2, budgets: 1, dueDate: '2030-12-04', amountMinor: cedar.budget.sums.pending },
      reports: 0,
    });
    expect(seen.next).toMatchObject([{ plannerItemId: cedar.item.plannerItemId, waiting: true }]);
    expect((await home(finn)).mayAnswer).toBe(false);
  });

  it('shows the published roadmap', async () => {
    const { items, today } = ok(await ask<PortalRoadmap>(karen, 'GET', '/portal/roadmap'));
    expect(items.map(({ title }) => title)).toEqual(['New imaging servers']);
    expect(today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('shows a meeting once its agenda is published, and its minutes once they stand', async () => {
    const { companyId } = cedar;
    const { contactId } = await newContact(owner, companyId, 'Dr. Marsh');
    const participants = [{ kind: 'contact', id: contactId }];
    const meeting = ok(await newMeeting(owner, companyId, { participants, preparation: PRIVATE }));
    const among = ok(await newMeeting(owner, companyId, { type: 'internal', title: 'Among us' }));
    for (const body of [
      { title: 'Imaging servers', text: 'Two weekends', note: PRESENTER_ONLY },
      { title: PRIVATE, visibility: 'internal' },
    ])
      for (const one of [meeting, among]) ok(await ask(owner, 'POST', `${pathOf(one)}/agenda`, body));
    const seen = async () => ok(await ask<PortalMeetings>(karen, 'GET', '/portal/meetings'));
    expect([await seen(), (await home(karen)).meeting]).toEqual([{ ahead: [], over: [] }, undefined]);
    for (const one of [meeting, among])
      await turn(owner, one, 'publish', { v: (await readMeeting(owner, one)).v, invite: false });
    const { ahead } = await seen();
    expect(ahead.map(({ people, items }) => [people, items.map(({ title }) => title)])).toEqual([
      [['Dr. Marsh'], ['Imaging servers']],
    ]);
    expect(JSON.stringify(ahead)).not.toContain(PRESENTER_ONLY);
    expect((await home(karen)).meeting).toMatchObject({ title: 'Quarterly review' });
    const minutes = (one: Meeting) => ask<PortalMinutes>(karen, 'GET', `/portal/meetings/${one.meetingId}/minutes`);
    expect((await minutes(meeting)).status).toBe(404);
    for (const one of [meeting, among]) {
      await turn(owner, one, 'start');
      const { v } = await turn(owner, one, 'end');
      await turn(owner, one, 'close', { v });
    }
    expect((await seen()).over.map(({ title }) => title)).toEqual(['Quarterly review']);
    const read = ok(await minutes(meeting));
    expect(read.items.map(({ title }) => title)).toEqual(['Imaging servers']);
    for (const secret of [PRIVATE, PRESENTER_ONLY]) expect(JSON.stringify(read)).not.toContain(secret);
    expect((await minutes(among)).status).toBe(404);
    const stranger = await newClientUser(owner, tigard.companyId, 'approver');
    expect((await ask(stranger, 'GET', `/portal/meetings/${meeting.meetingId}/minutes`)).status).toBe(404);
    expect(ok(await ask<PortalMeetings>(stranger, 'GET', '/portal/meetings')).over).toEqual([]);
  });

  it('never says what is for staff alone', async () => {
    const { budgetId } = cedar.budget;
    for (const path of [
      '/portal/home',
      '/portal/roadmap',
      '/portal/budgets',
      `/portal/budgets/${budgetId}`,
      '/portal/reports',
    ]) {
      const answer = JSON.stringify((await ask(karen, 'GET', path)).body);
      expect(answer, path).not.toContain(PRIVATE);
      expect(answer, path).not.toContain('internalNotes');
      expect(answer, path).not.toContain('ratePerHour');
    }
  });

  it('takes answers from approvers, names who gave them, and tells the planner', async () => {
    const [before] = await budgets(karen);
    const { budgetId, sentVersion, lines = [] } = before ?? {};
    const answers = lines.map(({ budgetLineId }, i) =>
      i === 0
        ? { budgetLineId, decision: 'approved' }
        : { budgetLineId, decision: 'rejected', comment: 'After the lease is signed' },
    );
    const path = `/portal/budgets/${budgetId}/answers`;
    expect((await ask(finn, 'POST', path, { sentVersion, answers })).status).toBe(403);
    const after = ok(await ask<PortalBudget>(karen, 'POST', path, { sentVersion, answers }));
    expect(after).toMatchObject({ waiting: 0, status: 'approved' });
    expect(after.lines.map(({ decision }) => decision)).toMatchObject([
      { name: 'Mia Member', mine: true, comment: '' },
      { name: 'Mia Member', mine: true, comment: 'After the lease is signed' },
    ]);
    const [forFinn] = await budgets(finn);
    expect(forFinn?.lines[0]?.decision).toMatchObject({ mine: false });
    expect(JSON.stringify(forFinn)).not.toContain(karen.userId);
    await idle();
    const { items } = ok(await ask<PortalRoadmap>(karen, 'GET', '/portal/roadmap'));
    expect(items[0]).toMatchObject({ status: 'approved', waiting: false });
    expect((await ask(karen, 'POST', path, { sentVersion, answers })).body.code).toBe('budget.line-answered');
    const today = new Date().toISOString().slice(0, 10);
    const audit = ok(await ask<{ items: AuditRow[] }>(owner, 'GET', `/audit?from=${today}&to=${today}&limit=100`));
    const answered = audit.items.filter(({ actorKind }) => actorKind === 'client');
    expect(answered.filter(({ operation }) => operation.startsWith('portal.'))).toMatchObject([
      { actorId: karen.userId, companyId: cedar.companyId },
    ]);
  });

  it('is for people of a client: staff use the console, and members without access to plans see none', async () => {
    expect((await ask(owner, 'GET', '/portal/home')).status).toBe(403);
    const member = await newClientUser(owner, cedar.companyId, 'member-own');
    expect((await ask(member, 'GET', '/portal/home')).status).toBe(403);
  });
});

describe('the portal of an archived client', () => {
  it('is closed to whoever is still signed in, answers above all, and opens again with the client', async () => {
    const ines = await newClientUser(owner, tigard.companyId, 'admin');
    const { budgetId, sentVersion, lines } = tigard.budget;
    const answers = lines.map(({ budgetLineId }) => ({ budgetLineId, decision: 'approved' }));
    const answer = () =>
      ask<PortalBudget>(ines, 'POST', `/portal/budgets/${budgetId}/answers`, { sentVersion, answers });
    const turn = async (how: 'archive' | 'restore') => {
      const { v } = ok(await ask<{ v: number }>(owner, 'GET', `/companies/${tigard.companyId}`));
      ok(await ask(owner, 'POST', `/companies/${tigard.companyId}/${how}`, { v }));
    };
    const pages = Object.values(portalApi).flatMap((one) => {
      const { method, path = '' } = one['~orpc'].route;
      const own = path.replace('{budgetId}', budgetId);
      return method === 'GET' && !own.includes('{') ? [own] : [];
    });
    expect(pages.length).toBeGreaterThanOrEqual(7);
    await turn('archive');
    for (const page of [...pages, '/notifications'])
      expect((await ask(ines, 'GET', page)).body.code, page).toBe('portal.closed');
    expect((await answer()).body).toMatchObject({ status: 403, code: 'portal.closed' });
    await turn('restore');
    expect(ok(await answer())).toMatchObject({ waiting: 0 });
    await idle();
  });
});

describe('another company of the same MSP', () => {
  it('answers 404 like a record that does not exist', async () => {
    const foreign = await ask(karen, 'GET', `/portal/budgets/${tigard.budget.budgetId}`);
    const unknown = await ask(karen, 'GET', '/portal/budgets/01j9zq4xk3r8m2n5t7v9w1y3za');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  it('is shut off by IAM, even if the code asked for it', async () => {
    const actor: Actor = {
      kind: 'client',
      mspId: owner.mspId,
      userId: karen.userId,
      role: 'approver',
      companyId: cedar.companyId,
    };
    const denied = { name: 'AccessDeniedException' };
    const scope = systemScope(owner.mspId, 'portal-test', { actor, access: 'read' });
    await as('portal-api', async () => {
      expect((await getCompany(scope, cedar)).companyId).toBe(cedar.companyId);
      await expect(getCompany(scope, tigard)).rejects.toMatchObject(denied);
      await expect(publishedItems(scope, tigard.companyId)).rejects.toMatchObject(denied);
      await expect(Approval.clientBudgets(scope, tigard.companyId)).rejects.toMatchObject(denied);
      const one = { companyId: tigard.companyId, budgetId: tigard.budget.budgetId };
      await expect(Approval.clientBudget(scope, one)).rejects.toMatchObject(denied);
    });
  });
});
