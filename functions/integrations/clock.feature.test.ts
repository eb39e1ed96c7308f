import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Run } from '../../shared/integrations/run.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, ok } from '../identity/testing/members.ts';
import { plan, runOf } from './plan.service.ts';
import { RunEntity } from './run.entity.ts';
import { restartLapsed, startDue } from './runs.service.ts';
import { type Cloud, type Connected, connected, integrationOf, mapped, startMicrosoft } from './testing/connected.ts';
import { asPull, strayRun } from './testing/stray-run.ts';

/** Whole syncs through queues, workflow and workers: fast alone, slow beside a busy machine's other work. */
const SLOW = { timeout: 120_000 };

let microsoft: Cloud;
let at: Connected;

beforeAll(async () => {
  microsoft = await startMicrosoft();
});
afterAll(() => microsoft.close());
beforeEach(async () => {
  at = await connected(microsoft);
  await mapped(at, 'beta-bakery.example');
});

const HOUR = 3_600_000;
const later = (scope: Scope, ms: number): Scope => ({ ...scope, now: () => new Date(Date.now() + ms) });
const runs = async () =>
  ok(await ask<{ items: Run[] }>(at.owner, 'GET', `/integrations/${at.integrationId}/runs`)).items;

it('a slot starts one run, whether the clock ticks twice or came hours late', SLOW, async () => {
  const due = (await integrationOf(at)).nextSyncAt ?? '';
  await asPull(at.owner.mspId, async (scope) => {
    await startDue(scope);
    expect(await runs()).toEqual([]);
    const late = later(scope, 20 * HOUR);
    await Promise.all([startDue(late), startDue(late)]);
    await startDue(late);
  });
  await idle();
  expect(await runs()).toMatchObject([{ state: 'done', trigger: 'schedule' }]);
  const next = Date.parse((await integrationOf(at)).nextSyncAt ?? '');
  expect((next - Date.parse(due)) % (6 * HOUR)).toBe(0);
  expect(next).toBeGreaterThan(Date.now() + 20 * HOUR);
});

it('a run whose worker was lost is taken up again, not before its lease has lapsed', SLOW, async () => {
  const key = await asPull(at.owner.mspId, async (scope) => {
    const stray = await strayRun(scope, at.integrationId);
    await plan(scope, stray);
    await restartLapsed(scope);
    expect(await runOf(scope, stray)).toMatchObject({ attempt: 0, state: 'running' });
    await restartLapsed(later(scope, HOUR));
    return stray;
  });
  await idle();
  const again = await asPull(at.owner.mspId, (scope) => runOf(scope, key));
  expect(again).toMatchObject({ attempt: 1, state: 'done', counters: { quarantined: 0 } });
  expect((await integrationOf(at)).runId).toBeUndefined();
});

it('a run that is lost again and again is given up, and says so', SLOW, async () => {
  await asPull(at.owner.mspId, async (scope) => {
    const stray = await strayRun(scope, at.integrationId);
    const { fence } = await plan(scope, stray);
    expect(fence).toBe(1);
    const lost = await runOf(scope, stray);
    await commit(scope, [change(RunEntity, lost, { ...lost, attempt: 5, v: lost.v + 1 })]);
    await restartLapsed(later(scope, HOUR));
    expect(await runOf(scope, stray)).toMatchObject({ state: 'failed', trouble: { code: 'unexpected' } });
  });
  expect(await integrationOf(at)).toMatchObject({ state: 'degraded' });
  expect((await integrationOf(at)).runId).toBeUndefined();
});
