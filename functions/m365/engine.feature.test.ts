import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { NOTHING } from '../../shared/integrations/counters.ts';
import type { Integration } from '../../shared/integrations/integration.ts';
import { erase } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, ok } from '../identity/testing/members.ts';
import type { DataSet } from '../integrations/data-set.service.ts';
import { finish } from '../integrations/finish.service.ts';
import { QuarantinedEntity } from '../integrations/manifest.entity.ts';
import { plan, pullsOf } from '../integrations/plan.service.ts';
import { pull, type StepKey } from '../integrations/pull.service.ts';
import { reconcile } from '../integrations/reconcile.service.ts';
import {
  type Cloud,
  type Connected,
  connected,
  integrationOf,
  mapped,
  organisations,
  startMicrosoft,
} from '../integrations/testing/connected.ts';
import { asPull, strayRun } from '../integrations/testing/stray-run.ts';
import { DATA_SETS } from './data-sets.ts';
import { rowsOfTenant } from './testing/rows.ts';

/** Whole syncs through queues, workflow and workers: fast alone, slow beside a busy machine's other work. */
const SLOW = { timeout: 120_000 };

let microsoft: Cloud;
let at: Connected;
let companyId: string;

beforeAll(async () => {
  microsoft = await startMicrosoft();
});
afterAll(() => microsoft.close());
beforeEach(async () => {
  at = await connected(microsoft);
  companyId = (await mapped(at, 'alpha-clinic.example')).companyId;
});

const planned = async (scope: Scope, key: StepKey) => ({ ...key, ...(await plan(scope, key)) });
const ofUsers = async (scope: Scope, { runId }: StepKey) =>
  (await pullsOf(scope, runId)).find(({ dataSet }) => dataSet === 'users');

/** The data sets, one of them doing something before it writes. Parts are written side by side: all wait for what it does. */
function withTrap(name: string, trap: (call: number) => Promise<void>): DataSet[] {
  let calls = 0;
  let sprung = Promise.resolve();
  return DATA_SETS.map((dataSet) =>
    dataSet.name === name
      ? {
          ...dataSet,
          async write(scope, target, changed) {
            calls += 1;
            const call = calls;
            sprung = sprung.then(() => trap(call));
            await sprung;
            return dataSet.write(scope, target, changed);
          },
        }
      : dataSet,
  );
}

it.each([1, 2, 3])(
  'killed before write %i of a page, it goes on and neither writes nor counts twice',
  async (fatal) => {
    await asPull(at.owner.mspId, async (scope) => {
      const key = await planned(scope, await strayRun(scope, at.integrationId));
      const killed = withTrap('users', async (call) => {
        if (call === fatal) throw new Error('killed');
      });
      await expect(pull(scope, key, killed)).rejects.toThrow('killed');
      expect((await ofUsers(scope, key))?.pages).toBe(0);
      expect(await pull(scope, key, DATA_SETS)).toEqual({ state: 'done', waitSeconds: 0 });
      expect((await ofUsers(scope, key))?.counters).toEqual({ ...NOTHING, read: 10, created: 10 });
      expect(await reconcile(scope, key, DATA_SETS)).toEqual({ state: 'done' });
      expect(await finish(scope, key)).toEqual({ state: 'done' });
    });
    const people = (await rowsOfTenant(at.owner.mspId, companyId)).filter(({ sk }) => String(sk).startsWith('mu#'));
    expect(people).toHaveLength(10);
  },
);

it('a worker that lost its lease writes nothing more, and the one that took over ends the run', SLOW, async () => {
  await asPull(at.owner.mspId, async (scope) => {
    const first = await planned(scope, await strayRun(scope, at.integrationId));
    const second = await strayRun(scope, at.integrationId);
    const later = { ...scope, now: () => new Date(Date.now() + 20 * 60_000) };
    let taken = second;
    const trapped = withTrap('users', async (call) => {
      if (call === 1) taken = await planned(later, second);
    });
    await expect(pull(scope, first, trapped)).rejects.toMatchObject({ name: 'SyncSuperseded' });
    expect(taken).toMatchObject({ proceed: true, fence: first.fence + 1 });
    const written = (await rowsOfTenant(at.owner.mspId, companyId)).filter(({ sk }) => String(sk).startsWith('mu#'));
    expect(written).toEqual([]);
    await expect(pull(scope, first, DATA_SETS)).rejects.toMatchObject({ name: 'SyncSuperseded' });
    await expect(finish(scope, first)).rejects.toMatchObject({ name: 'SyncSuperseded' });
    expect(await pull(later, taken, DATA_SETS)).toMatchObject({ state: 'done' });
    expect((await ofUsers(later, taken))?.counters).toMatchObject({ read: 10, created: 10 });
  });
});

it('a second run while one is at work does not begin', SLOW, async () => {
  await asPull(at.owner.mspId, async (scope) => {
    await planned(scope, await strayRun(scope, at.integrationId));
    const second = await strayRun(scope, at.integrationId);
    expect(await plan(scope, second)).toEqual({ fence: 0, proceed: false });
    expect(await plan(scope, second)).toEqual({ fence: 0, proceed: false });
  });
});

it('planned twice after a kill, the run keeps what it had laid out', SLOW, async () => {
  await asPull(at.owner.mspId, async (scope) => {
    const key = await strayRun(scope, at.integrationId);
    const once = await planned(scope, key);
    const again = await planned(scope, key);
    expect(again.fence).toBe(once.fence + 1);
    expect(await pullsOf(scope, key.runId)).toHaveLength(8);
    await expect(pull(scope, once, DATA_SETS)).rejects.toMatchObject({ name: 'SyncSuperseded' });
  });
});

it('writes nothing more for a client whose mapping a person has ended meanwhile', SLOW, async () => {
  const [organisation] = await organisations(at);
  await asPull(at.owner.mspId, async (scope) => {
    const key = await planned(scope, await strayRun(scope, at.integrationId));
    const trapped = withTrap('users', async (call) => {
      if (call > 1) return;
      const path = `/integrations/${at.integrationId}/organisations/${organisation?.organisationId}/company`;
      ok(await ask(at.owner, 'DELETE', path, { v: organisation?.v }));
    });
    expect(await pull(scope, key, trapped)).toMatchObject({ state: 'done' });
    expect(await ofUsers(scope, key)).toMatchObject({
      state: 'unavailable',
      reason: 'This organisation no longer feeds the client.',
    });
  });
  const people = (await rowsOfTenant(at.owner.mspId, companyId)).filter(({ sk }) => String(sk).startsWith('mu#'));
  expect(people).toEqual([]);
});

/** The data set of users, read or written in another way. */
const withUsers = (change: (users: DataSet) => Partial<DataSet>): DataSet[] =>
  DATA_SETS.map((dataSet) => (dataSet.name === 'users' ? { ...dataSet, ...change(dataSet) } : dataSet));

it('sets aside what other listings know of a user who is not there yet, and counts it so', async () => {
  const oneUnreadable = withUsers(({ read }) => {
    let rows = 0;
    return {
      read(row, target) {
        const reading = read(row, target);
        rows += 1;
        if (rows > 1 || reading.kind !== 'record') return reading;
        return { kind: 'unreadable', key: reading.key, label: reading.label, reason: 'not as expected' };
      },
    };
  });
  await asPull(at.owner.mspId, async (scope) => {
    const key = await planned(scope, await strayRun(scope, at.integrationId));
    await pull(scope, key, oneUnreadable);
    const pulls = await pullsOf(scope, key.runId);
    for (const name of ['users', 'sign-ins', 'mfa']) {
      const counters = pulls.find(({ dataSet }) => dataSet === name)?.counters;
      expect([name, counters?.quarantined]).toEqual([name, 1]);
    }
  });
});

it('writes rows that take more than one transaction in several', async () => {
  const heavy = withUsers(({ write }) => ({
    parts: 1,
    async write(scope, target, changed) {
      const { ops } = await write(scope, target, changed);
      const { companyId } = target;
      const of = { mspId: scope.mspId, integrationId: at.integrationId, companyId, dataSet: 'users' };
      const more = changed.flatMap(({ key }) =>
        Array.from({ length: 24 }, (_, index) => erase(QuarantinedEntity, { ...of, quarantineId: `${key}-${index}` })),
      );
      return { ops: [...ops, ...more] };
    },
  }));
  await asPull(at.owner.mspId, async (scope) => {
    const key = await planned(scope, await strayRun(scope, at.integrationId));
    await pull(scope, key, heavy);
    expect((await ofUsers(scope, key))?.counters).toEqual({ ...NOTHING, read: 10, created: 10 });
  });
  const people = (await rowsOfTenant(at.owner.mspId, companyId)).filter(({ sk }) => String(sk).startsWith('mu#'));
  expect(people).toHaveLength(10);
});

it(
  'sets the next slot once a refused secret works again, and leaves that of a secret entered meanwhile',
  SLOW,
  async () => {
    const { control } = microsoft;
    const { owner, integrationId } = at;
    const run = (meanwhile?: () => Promise<void>) =>
      asPull(owner.mspId, async (scope) => {
        const key = await planned(scope, await strayRun(scope, integrationId));
        await pull(scope, key, DATA_SETS);
        await meanwhile?.();
        const { state } = await finish(scope, key);
        const { state: stands, nextSyncAt } = await integrationOf(at);
        return [state, stands, nextSyncAt !== undefined];
      });
    control.revokeSecret();
    const renewed = run(async () => {
      const secret = 'entered-while-it-ran';
      control.acceptSecret({ secret });
      const { v } = await integrationOf(at);
      ok(await ask(owner, 'PUT', `/integrations/${integrationId}/secret`, { v, secret }));
      await idle();
    });
    expect(await renewed).toEqual(['failed', 'connected', true]);
    control.revokeSecret();
    expect(await run()).toEqual(['failed', 'failed', false]);
    const path = `/integrations/${integrationId}`;
    const { v, loginUrl } = await integrationOf(at);
    expect(ok(await ask<Integration>(owner, 'PATCH', path, { v, loginUrl })).nextSyncAt).toBeDefined();
    expect(await run()).toEqual(['failed', 'failed', false]);
    control.acceptSecret();
    expect(await run()).toEqual(['done', 'connected', true]);
  },
);
