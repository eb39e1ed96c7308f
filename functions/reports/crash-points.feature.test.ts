import type { Report } from '../../shared/reports/report.ts';
import { systemScope } from '../_kit/scope.ts';
import { recoversEverywhere } from '../_kit/testing/trial/crash-points.ts';
import type { Hand } from '../_kit/testing/trial/scenario.ts';
import { as } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { restartStuck } from './stuck.service.ts';

const JOB = 'reports-schedule-stuck-reports';
const MINUTE = 60_000;

interface World {
  mspId: string;
  owner: Owner;
  path: string;
  draft: Report;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  const at = `/companies/${await newCompany(owner, 'Cedar Ridge')}`;
  ok(await ask(owner, 'POST', `${at}/goals`, { title: 'Pass the audit' }));
  const body = { title: 'Quarterly review', period: { from: '2031-01-01', to: '2031-03-31' } };
  const draft = ok(await ask<Report>(owner, 'POST', `${at}/reports`, body));
  return { mspId: owner.mspId, owner, path: `${at}/reports/${draft.reportId}`, draft };
}

/** A report is made: its data frozen, its pages drawn, its paper filed, and who asked is told. */
async function play({ owner, path, draft }: World, { write, settle }: Hand): Promise<void> {
  const { cookie } = owner;
  await write({ operation: 'make', method: 'POST', path: `${path}/make`, body: { v: draft.v }, cookie });
  await settle();
}

/** The clock takes up what nobody has moved for a quarter of an hour. */
async function later({ mspId }: World): Promise<void> {
  const now = () => new Date(Date.now() + 16 * MINUTE);
  await as(JOB, () => restartStuck({ ...systemScope(mspId, JOB), now }));
}

async function holds({ owner, path }: World): Promise<void> {
  const { status } = ok(await ask<Report>(owner, 'GET', path));
  if (status !== 'finished') throw new Error(`The report is ${status}, not finished.`);
}

// The bytes of the paper differ with the names of a run; how many attempts it took is no matter of its end; and a mail that was
// cut off stays unclear.
recoversEverywhere({
  feature: 'reports',
  prepare,
  play,
  later,
  holds,
  blind: { report: ['made', 'attempt', 'v'], 'report-mail': ['state', 'v'] },
});
