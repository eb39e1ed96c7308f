import { afterAll, beforeAll, expect } from 'vitest';
import { smallWorld } from '../../scripts/vendors/graph/demo/small-world.ts';
import type { Run } from '../../shared/integrations/run.ts';
import { systemScope } from '../_kit/scope.ts';
import { recoversEverywhere } from '../_kit/testing/trial/crash-points.ts';
import type { Hand } from '../_kit/testing/trial/scenario.ts';
import { as, control } from '../_kit/testing/world.ts';
import { restartLapsed } from './runs.service.ts';
import {
  type Cloud,
  type Connected,
  connected,
  integrationOf,
  mapped,
  runOf,
  startMicrosoft,
} from './testing/connected.ts';

const JOB = 'integrations-schedule-lapsed-runs';
const MINUTE = 60_000;
const PLENTY = 100_000;

interface World extends Connected {
  mspId: string;
  runId: string;
}

let syncing = '';
let microsoft: Cloud;
beforeAll(async () => {
  microsoft = await startMicrosoft(smallWorld, (operation) =>
    control<void>('calledOutside', { operation, about: syncing }),
  );
  // One tenant is synced over and over, for another MSP each time: how often it was asked to wait is not their doing.
  for (const service of ['identityReports', 'usageReports'] as const)
    microsoft.control.limit({ service, units: PLENTY });
});
afterAll(() => microsoft.close());

async function prepare(): Promise<World> {
  const at = await connected(microsoft);
  syncing = at.owner.mspId;
  await mapped(at, 'beta-bakery.example');
  return { ...at, mspId: at.owner.mspId, runId: '' };
}

/** A client's Microsoft 365 is synced for the first time: planned, pulled page by page, compared, finished. */
async function play(world: World, { write, settle }: Hand): Promise<void> {
  const path = `/integrations/${world.integrationId}/sync`;
  const { cookie } = world.owner;
  world.runId = (await write<Run>({ operation: 'syncNow', method: 'POST', path, cookie })).runId;
  await settle();
}

/** The clock takes up a run whose lease has lapsed. */
async function later({ mspId }: World): Promise<void> {
  const now = () => new Date(Date.now() + 11 * MINUTE);
  await as(JOB, () => restartLapsed(systemScope(mspId, JOB, { now })));
}

async function holds(world: World): Promise<void> {
  expect(await integrationOf(world)).toMatchObject({ state: 'connected' });
  expect(await runOf(world, world.runId)).toMatchObject({ state: 'done' });
}

recoversEverywhere({
  feature: 'integrations',
  prepare,
  play,
  later,
  holds,
  // A step that is taken up draws a new fencing number and writes its run once more. Findings of one moment stand in the order
  // of their ids, which are drawn; that figures are right is counted by themselves.
  blind: { lease: ['v', 'fence'], run: ['v', 'attempt'], summary: ['figures'] },
});
