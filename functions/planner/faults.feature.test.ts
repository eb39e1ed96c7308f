import { expect } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { AttachedDevices } from '../../shared/devices/attached-device.ts';
import type { DeviceDetail } from '../../shared/devices/device.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { Goal } from '../../shared/goals/goal.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { PlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { findingsOf, observe, weakControl } from '../findings/testing/raised.ts';
import { ask, type ClientAtWork, clientAtWork, ok } from '../identity/testing/members.ts';

const imaging = {
  title: 'New imaging servers',
  hours: 40,
  costs: [{ label: 'Two servers', kind: 'hardware', quantity: 2, unitMinor: 745_000 }],
  startDate: '2031-01-04',
  endDate: '2031-03-31',
  publicNote: 'Two weekends, no patient day lost.',
};

const byWork = { status: 'active', progressMode: 'from-planner' };

/** The client approves one part of the work and, in a second answer, rejects the other. */
async function answerInParts({ owner, approver, companyId }: ClientAtWork, item: PlannerItem): Promise<void> {
  const body = { title: 'IT budget 2031', fiscalYear: 2031, plannerItemIds: [item.plannerItemId] };
  const path = `/companies/${companyId}/budgets`;
  const draft = ok(await ask<BudgetDetail>(owner, 'POST', path, body));
  const sent = ok(await ask<BudgetDetail>(owner, 'POST', `${path}/${draft.budgetId}/send`, { v: draft.v }));
  for (const { budgetLineId, type } of sent.lines.toSorted((a, b) => (a.type < b.type ? -1 : 1))) {
    const decision =
      type === 'hardware' ? { decision: 'approved' } : { decision: 'rejected', comment: 'After the lease is signed' };
    const answers = [{ budgetLineId, ...decision }];
    const { sentVersion } = sent;
    ok(await ask(approver, 'POST', `/portal/budgets/${draft.budgetId}/answers`, { sentVersion, answers }));
  }
}

async function play(world: ClientAtWork, { write, last }: Hand): Promise<void> {
  const { owner, companyId } = world;
  const { cookie } = owner;
  await observe(owner.mspId, companyId, [weakControl('legacy'), weakControl('dropped', { risk: 'low' })]);
  const [finding, dropped] = (await findingsOf(owner, companyId)) as [Finding, Finding];
  const items = `/companies/${companyId}/planner-items`;
  const create = (body: object) =>
    write<PlannerItemDetail>({ operation: 'create', method: 'POST', path: items, body, cookie });
  const change = (operation: string, { plannerItemId, v }: PlannerItem, body: object = {}) =>
    write<PlannerItemDetail>({
      operation,
      method: operation === 'edit' ? 'PATCH' : 'POST',
      path: operation === 'edit' ? `${items}/${plannerItemId}` : `${items}/${plannerItemId}/${operation}`,
      body: { v, ...body },
      cookie,
    });
  const add = async (name: string, purchased: string) =>
    ok(await ask<DeviceDetail>(owner, 'POST', `/companies/${companyId}/devices`, { name, type: 'server', purchased }));
  const serve = ({ plannerItemId, v }: PlannerItem, goalId: string) => {
    const path = `${items}/${plannerItemId}/goals`;
    return write<PlannerItemDetail>({ operation: 'serve', method: 'POST', path, body: { v, goalId }, cookie });
  };
  const unserve = ({ plannerItemId, v }: PlannerItem, goalId: string) => {
    const path = `${items}/${plannerItemId}/goals/${goalId}`;
    return write({ operation: 'unserve', method: 'DELETE', path, body: { v }, cookie });
  };
  const attach = ({ plannerItemId, v }: PlannerItem, { deviceId }: DeviceDetail, how: { replaces: boolean }) => {
    const path = `${items}/${plannerItemId}/devices`;
    const body = { v, deviceIds: [deviceId], ...how };
    return write<PlannerItemDetail>({ operation: 'attachDevices', method: 'POST', path, body, cookie });
  };
  const detach = ({ plannerItemId, v }: PlannerItem, { deviceId }: DeviceDetail) => {
    const path = `${items}/${plannerItemId}/devices/${deviceId}`;
    return write<PlannerItemDetail>({ operation: 'detachDevice', method: 'DELETE', path, body: { v }, cookie });
  };
  const rate = { companyId, ratePerHour: 20_000, v: 0 };
  await write({ operation: 'setRate', method: 'POST', path: '/rate', body: rate, cookie });
  const planned = await create({ ...imaging, title: finding.title, findingId: finding.findingId });
  const seen = await change('publish', planned);
  await answerInParts(world, seen);
  let other = await create({ title: 'Spare firewall', hours: 4 });
  other = await change('edit', other, { title: 'Second firewall', privateNote: 'Margin of 30 %' });
  other = await change('move', other, { startDate: '2031-04-01', endDate: '2031-04-30', lane: 'security' });
  other = await change('publish', other);
  other = await change('withdraw', other);
  other = await change('archive', other);
  other = await change('restore', other);
  const devices = [await add('Old server', '2019-01-01'), await add('Older server', '2018-01-01')];
  await write({
    operation: 'replaceDevices',
    method: 'POST',
    path: `/companies/${companyId}/device-replacements`,
    body: { deviceIds: devices.map(({ deviceId }) => deviceId), quarter: '2031-Q1' },
    cookie,
  });
  const [third, fourth] = [await add('Oldest server', '2017-01-01'), await add('Spare server', '2020-01-01')];
  other = await attach(other, third, { replaces: true });
  other = await attach(other, fourth, { replaces: false });
  other = await detach(other, third);
  const goal = ok(await ask<Goal>(owner, 'POST', `/companies/${companyId}/goals`, { title: 'No outage', ...byWork }));
  const { goalId } = goal;
  const serving = await create({ title: 'Second line', hours: 12, goalId });
  other = await serve(other, goalId);
  await change('edit', serving, { status: 'completed' });
  await unserve(await serve(await create({ title: 'Cabling', hours: 8 }), goalId), goalId);
  const gone = await create({ title: 'Never to be', hours: 400, findingId: dropped.findingId });
  const { plannerItemId, v } = gone;
  await last({ operation: 'archive', method: 'POST', path: `${items}/${plannerItemId}/archive`, body: { v }, cookie });
}

/** One item for the finding, linked both ways, and none for that of the item put away; a goal counts the work that serves it; an item names the devices left to it; the client's yes to a part stands; the overview is a recount. */
async function holds({ owner, companyId }: ClientAtWork): Promise<void> {
  const read = async <T>(path: string) => ok(await ask<T>(owner, 'GET', `/companies/${companyId}${path}`));
  const { items } = await read<{ items: PlannerItem[] }>('/roadmap');
  const led = items.filter(({ findingId }) => findingId !== undefined);
  expect(led).toMatchObject([{ status: 'approved' }]);
  const { status, plannerItemId } = await read<Finding>(`/findings/${led[0]?.findingId}`);
  expect({ status, plannerItemId }).toEqual({ status: 'planned', plannerItemId: led[0]?.plannerItemId });
  expect(await findingsOf(owner, companyId)).toMatchObject([{ title: 'Control dropped' }]);
  const links = (await read<{ items: Link[] }>(`/planner-items/${plannerItemId}/links`)).items;
  expect(links.map(({ role }) => role).sort()).toEqual(['budgeted-in', 'led-to']);
  const goals = (await read<{ items: Goal[] }>('/goal-board')).items;
  // Twelve of sixteen hours: what was taken away counts no more.
  expect(goals).toMatchObject([{ progress: 75, work: { items: 2, done: 1, hours: 16, hoursDone: 12 } }]);
  const about = items.find(({ title }) => title === 'Second firewall')?.plannerItemId;
  const named = (await read<AttachedDevices>(`/planner-items/${about}/devices`)).items;
  expect(named.map(({ name, isReplaced }) => [name, isReplaced])).toEqual([['Spare server', false]]);
  expect((await read<PlannerItemDetail>(`/planner-items/${about}`)).deviceIds).toBeUndefined();
  const { summaries } = await read<CompanyOverview>('/overview');
  const open = items.filter((item) => item.status !== 'completed').length;
  expect(summaries.find(({ feature }) => feature === 'planner')?.figures).toMatchObject({ items: open });
}

survives({ feature: 'planner', prepare: clientAtWork, play, holds, blind: { 'planner-item': ['v'], goal: ['v'] } });
