import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepare } from '../build/prepare.ts';
import { startCloud } from '../local/cloud.ts';
import { startControl } from './control.ts';
import { note } from './record.ts';

/** Beside `npm start`'s own port, so that tests run while the demo does; another one for a second run at the same time. */
const ORIGIN = `http://127.0.0.1:${process.env.FAIRLEAD_TEST_PORT ?? 4610}`;

interface Running {
  control: string;
  users: number;
  stop(): Promise<void>;
}

const shared = globalThis as { __fairleadCloud?: Promise<Running> };

async function start(web: boolean): Promise<Running> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const prepared = await prepare(ORIGIN, say, web);
  const state = mkdtempSync(join(tmpdir(), 'fairlead-test-'));
  const cloud = await startCloud({
    templates: prepared.templates,
    ...(web ? { web: prepared.web } : {}),
    faults: true,
    state,
    port: Number(new URL(ORIGIN).port),
    schedules: false,
  });
  const control = await startControl(cloud);
  return {
    control: control.url,
    users: 0,
    stop: async () => {
      note(process.env.FAULT_RECORD, { struck: cloud.faults.struck, keys: cloud.keys.seen });
      await control.close();
      await cloud.close();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string;
    control: string;
    seeds: number[];
    /** Deals seeds out: each story plays one of so many. */
    spread: number;
    /** File that runs of trials are added to, line by line; empty when nobody counts them. */
    record: string;
    /** Crash points of each flow: `all`, one by its name (`17-before`), or so many by a fixed seed. */
    crashPoints: string | number;
  }
}

/** Crash points of each flow: `CRASH_POINTS=40` takes so many (default 1), `all` each, `17-before` that one, as a replay. */
function crashPoints(): string | number {
  const { CRASH_POINTS: points = '1' } = process.env;
  return /^\d+$/.test(points) ? Number(points) : points;
}

/**
 * Seeds of the fault trials: `FAULT_SEEDS=40` takes 1 to 40 (default 1: many are for `npm run faults`), `FAULT_SEED=17` that
 * one alone, as a replay.
 */
function seeds(): number[] {
  const { FAULT_SEED: one, FAULT_SEEDS: many = '1' } = process.env;
  return one ? [Number(one)] : Array.from({ length: Number(many) }, (_, i) => i + 1);
}

/** One local cloud for the whole run, whichever test projects ask for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.__fairleadCloud ??= start(project.vitest.projects.some(({ name }) => name.endsWith('journeys')));
  const running = await shared.__fairleadCloud;
  running.users += 1;
  project.provide('origin', ORIGIN);
  project.provide('control', running.control);
  project.provide('seeds', seeds());
  project.provide('spread', Number(process.env.FAULT_SPREAD ?? 1));
  project.provide('crashPoints', crashPoints());
  project.provide('record', process.env.FAULT_RECORD ?? '');
  return async () => {
    running.users -= 1;
    if (running.users > 0) return;
    delete shared.__fairleadCloud;
    await running.stop();
  };
}
