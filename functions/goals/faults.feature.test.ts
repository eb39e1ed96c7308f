import { expect } from 'vitest';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { AttachedDevices } from '../../shared/devices/attached-device.ts';
import type { DeviceDetail } from '../../shared/devices/device.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { Goal, GoalDetail } from '../../shared/goals/goal.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { figuresAre } from './testing/figures.ts';

interface World {
  mspId: string;
  owner: Owner;
  companyId: string;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  return { mspId: owner.mspId, owner, companyId: await newCompany(owner) };
}

const score = {
  status: 'active',
  progressMode: 'from-metric',
  measure: { metric: 'secure-score', target: 75, baseline: 50 },
};

async function play({ mspId, owner, companyId }: World, { write, last }: Hand): Promise<void> {
  const { cookie } = owner;
  const path = `/companies/${companyId}/goals`;
  const create = (body: object) => write<GoalDetail>({ operation: 'create', method: 'POST', path, body, cookie });
  const change = (operation: string, { goalId, v }: Goal, body: object) => ({
    operation,
    method: operation === 'edit' ? ('PATCH' as const) : ('POST' as const),
    path: `${path}/${goalId}${operation === 'edit' ? '' : `/${operation === 'stand' ? 'standing' : operation}`}`,
    body: { v, ...body },
    cookie,
  });
  const { findingId, title } = await raiseFinding(owner, companyId);
  await create({ title: 'Secure Score of 75', ...score });
  await figuresAre(mspId, companyId, { scorePercent: 60, wasteMonthlyMinor: 0 });
  const body = { name: 'Old server', type: 'server' };
  const { deviceId } = ok(await ask<DeviceDetail>(owner, 'POST', `/companies/${companyId}/devices`, body));
  let goal: Goal = await create({ title, findingId, why: 'The insurer asks.' });
  goal = await write<Goal>(change('stand', goal, { standing: 'at-risk' }));
  const named = `${path}/${goal.goalId}/devices`;
  const attach = { operation: 'attachDevices', method: 'POST' as const, path: named, body: { deviceIds: [deviceId] } };
  await write<Goal>({ ...attach, cookie });
  await write<Goal>({ operation: 'detachDevice', method: 'DELETE', path: `${named}/${deviceId}`, cookie });
  await write<Goal>({ ...attach, cookie });
  goal = await write<Goal>(change('edit', goal, { progress: 30, nextStep: 'Pilot with the front desk' }));
  goal = await write<Goal>(change('achieve', goal, { evidence: 'Nobody signs in without it' }));
  goal = await write<Goal>(change('reopen', goal, {}));
  await write<Goal>(change('stand', goal, { standing: 'off-track' }));
  const gone = await create({ title: 'Never to be', status: 'active' });
  await last(change('abandon', gone, { reason: 'The client sold the branch' }));
}

/** One goal for the finding, which names it; it names its device; the figure is followed; the overview is a recount. */
async function holds({ owner, companyId }: World): Promise<void> {
  const read = async <T>(path: string) => ok(await ask<T>(owner, 'GET', `/companies/${companyId}${path}`));
  const { items } = await read<{ items: Goal[] }>('/goal-board');
  const [led, ...others] = items.filter(({ findingId }) => findingId !== undefined);
  expect([led?.health, others]).toEqual(['off-track', []]);
  expect((await read<Finding>(`/findings/${led?.findingId}`)).goalId).toBe(led?.goalId);
  const { items: devices } = await read<AttachedDevices>(`/goals/${led?.goalId}/devices`);
  expect(devices.map(({ name }) => name)).toEqual(['Old server']);
  expect(items.find(({ measure }) => measure)).toMatchObject({ progress: 40, measure: { current: 60 } });
  const { summaries } = await read<CompanyOverview>('/overview');
  const open = items.filter(({ status }) => status === 'active').length;
  expect(summaries.find(({ feature }) => feature === 'goals')?.figures).toMatchObject({ open });
}

survives({ feature: 'goals', prepare, play, holds, blind: { goal: ['v'] } });
