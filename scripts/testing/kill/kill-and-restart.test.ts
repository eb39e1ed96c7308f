import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAs } from '../../../functions/_kit/env.ts';
import { systemScope } from '../../../functions/_kit/scope.ts';
import { restartLapsed } from '../../../functions/integrations/runs.service.ts';
import { make } from '../../../functions/reports/arranging.service.ts';
import { prepare } from '../../build/prepare.ts';
import { Faults } from '../../local/faults.ts';
import { smallWorld } from '../../vendors/graph/demo/small-world.ts';
import { type RunningGraph, startGraph } from '../../vendors/graph/server.ts';
import { all, note } from '../record.ts';
import { halves, lost, unpublished, untold } from './checks.ts';
import { HostProcess, type Place } from './host-process.ts';
import { Ledger } from './ledger.ts';
import { type WorkingMsp, workingMsp } from './msp.ts';
import { askForReport, startSync, writeUntil } from './writers.ts';

/** Beside the test run's own cloud and the one that lacks a grant. */
const PORT = Number(process.env.FAIRLEAD_TEST_PORT ?? 4610) + 2;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const { FAIRLEAD_KILL_SEED: one, FAIRLEAD_KILL_SEEDS: many = '1', FAULT_RECORD: record } = process.env;
/** `FAIRLEAD_KILL_SEEDS=12` takes 1 to 12 (default 1), `FAIRLEAD_KILL_SEED=7` replays one. */
const SEEDS = one ? [Number(one)] : Array.from({ length: Number(many) }, (_, i) => i + 1);
const MINUTE = 60_000;

const state = mkdtempSync(join(tmpdir(), 'fairlead-kill-'));
const ledger = new Ledger();
const engines: number[] = [];
let place: Place;
let vendor: RunningGraph;
let host: HostProcess;
let msp: WorkingMsp;

async function start(): Promise<void> {
  host = await HostProcess.start(place);
  engines.push(host.engine);
}

beforeAll(async () => {
  const { templates } = await prepare(ORIGIN, () => undefined, false);
  place = { templates, state, port: PORT };
  const world = smallWorld(new Date());
  vendor = await startGraph({ world, now: () => new Date() });
  await start();
  msp = await workingMsp(host, ORIGIN, { ...vendor, world });
}, 240_000);
afterAll(async () => {
  await host?.end();
  await vendor?.close();
  rmSync(state, { recursive: true, force: true });
});

/**
 * Kills the product under load at a moment that the seed names: after so many acknowledged writes, amid a sync whose vendor
 * has stopped to answer after so many requests, with a report just asked for.
 */
async function killUnderLoad(seed: number): Promise<string> {
  const random = new Faults(seed);
  const below = (most: number) => Math.floor(random.random() * most);
  const [requests, writes, more] = [below(12), 20 + below(40), below(15)];
  const what = below(2) === 0 ? 'everything' : 'the host alone';
  vendor.control.hang({ path: '*', skip: requests, times: null });
  await startSync(msp);
  const dead = new AbortController();
  const reached = async (count: number) => {
    while (ledger.count < count && !dead.signal.aborted) await new Promise((resolve) => setImmediate(resolve));
  };
  const killer = async (before: number) => {
    await reached(before + writes);
    if (!dead.signal.aborted) await askForReport(msp, ledger);
    await reached(before + writes + more);
    dead.abort();
    await host.kill(what);
  };
  const writing = writeUntil(dead.signal, msp, ledger, `s${seed}`).finally(() => dead.abort());
  await Promise.all([killer(ledger.count), writing]);
  vendor.control.clearFaults();
  return `seed ${seed}: ${what} killed after ${requests} requests, ${writes} writes, a report and ${more} writes more`;
}

/** Takes up what the kill cut off, as the clock and a person would when its lease has lapsed: for the two alone it is later. */
async function takeUpCutOff(): Promise<void> {
  const later = (minutes: number) => () => new Date(Date.now() + minutes * MINUTE);
  const { mspId, owner, companyId } = msp;
  const clock = systemScope(mspId, 'integrations-schedule-lapsed-runs', { now: later(11) });
  await runAs(await host.environmentOf('integrations-schedule-lapsed-runs'), () => restartLapsed(clock));
  const { items } = await owner.api.reports.list({ companyId, limit: 100 });
  const person = {
    kind: 'staff' as const,
    mspId,
    userId: owner.userId,
    role: 'owner' as const,
    companies: 'all' as const,
  };
  const scope = systemScope(mspId, 'reports.make', { now: later(16), actor: person });
  await runAs(await host.environmentOf('reports-api'), async () => {
    for (const report of items.filter(({ status }) => status !== 'finished')) await make(scope, report);
  });
  await host.idle();
}

describe('kill -9 of everything under load, and a new start', () => {
  it.each(SEEDS)(
    'loses nothing that was acknowledged and leaves nothing half done, seed %i',
    async (seed) => {
      const { owner, companyId, integrationId } = msp;
      const how = await killUnderLoad(seed);
      ledger.forgetLists();
      await start();
      await host.idle();
      const gone = [...(await lost(ledger)), ...(await untold(msp, ledger))];
      expect((await owner.api.integrations.get({ integrationId })).runId, 'the sync was cut off').toBeDefined();
      await takeUpCutOff();
      const wrong = [...all('lost', [...gone, ...(await unpublished(host, msp))]), ...all('drift', await halves(msp))];
      const checked = { 'acknowledged writes': ledger.count, records: ledger.entries.length };
      note(record, { seed, injected: { 'host killed': 1 }, checked, wrong });
      expect(wrong, how).toEqual([]);
      const { runId, state: standing } = await owner.api.integrations.get({ integrationId });
      expect({ runId, standing }, how).toEqual({ standing: 'connected' });
      const reports = (await owner.api.reports.list({ companyId, limit: 100 })).items;
      expect(new Set(reports.map(({ status }) => status)), how).toEqual(new Set(['finished']));
      const orphans = engines.filter((engine) => engine !== host.engine && host.runs(engine));
      expect(orphans, how).toEqual([]);
    },
    180_000,
  );

  it('leaves no engine behind when it ends', async () => {
    await host.end();
    expect(engines.filter((engine) => host.runs(engine))).toEqual([]);
  });
});
