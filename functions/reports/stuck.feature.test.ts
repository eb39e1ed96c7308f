import { beforeAll, expect, it } from 'vitest';
import type { Report } from '../../shared/reports/report.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import { type Scope, systemScope } from '../_kit/scope.ts';
import { as, idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { ReportEntity, type ReportRow } from './report.entity.ts';
import { restartStuck } from './stuck.service.ts';

let owner: Owner;
let companyId: string;

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner);
  ok(await ask(owner, 'POST', `/companies/${companyId}/goals`, { title: 'Pass the audit' }));
});

const MINUTE = 60_000;
const tick = (minutes: number) => {
  const now = () => new Date(Date.now() + minutes * MINUTE);
  return as('reports-schedule-stuck-reports', () => restartStuck({ ...systemScope(owner.mspId, 'test'), now }));
};
const read = async (reportId: string) =>
  ok(await ask<Report>(owner, 'GET', `/companies/${companyId}/reports/${reportId}`));

/** A report whose workflow was cut off: its record stands, nobody works at it. */
async function cutOff(fields: Pick<ReportRow, 'status' | 'attempt'>): Promise<string> {
  const reportId = newId();
  const report = {
    ...fields,
    companyId,
    reportId,
    title: 'Quarterly review',
    note: '',
    period: { from: '2026-01-01', to: '2026-12-31' },
    sections: ['goals'],
    requestedBy: owner.userId,
  };
  const scope: Scope = systemScope(owner.mspId, 'test');
  await as('reports-step-gather', () => commit(scope, [put(ReportEntity, stamped(scope, report))]));
  return reportId;
}

it('is made again by the clock when nobody works at it any more, once however often the clock ticks', async () => {
  const reportId = await cutOff({ status: 'rendering', attempt: 1 });
  await tick(14);
  await idle();
  expect(await read(reportId)).toMatchObject({ status: 'rendering', attempt: 1 });
  await Promise.all([tick(16), tick(16)]);
  await idle();
  expect(await read(reportId)).toMatchObject({ status: 'finished', attempt: 2 });
  await tick(60);
  await idle();
  expect(await read(reportId)).toMatchObject({ status: 'finished', attempt: 2 });
});

it('is given up when its making is lost again and again, and who asked is told', async () => {
  const reportId = await cutOff({ status: 'gathering', attempt: 3 });
  await tick(16);
  await idle();
  const failed = await read(reportId);
  expect(failed).toMatchObject({ status: 'failed', attempt: 3 });
  expect(failed.failure).toContain('cut off');
  const bell = ok(await ask<{ items: { type: string; record: { id: string } }[] }>(owner, 'GET', '/notifications'));
  expect(bell.items.find(({ record }) => record.id === reportId)?.type).toBe('report-failed');
});

it('of another MSP is not touched', async () => {
  const reportId = await cutOff({ status: 'queued', attempt: 1 });
  const other = await easyMsp();
  const now = () => new Date(Date.now() + 60 * MINUTE);
  await as('reports-schedule-stuck-reports', () => restartStuck({ ...systemScope(other.mspId, 'test'), now }));
  expect(await read(reportId)).toMatchObject({ status: 'queued', attempt: 1 });
});
