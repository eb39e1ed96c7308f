import { expect, it } from 'vitest';
import { demoWorld } from '../../scripts/vendors/graph/demo/demo-world.ts';
import { logs } from '../_kit/testing/world.ts';
import { ask } from '../identity/testing/members.ts';
import { connected, mapped, startMicrosoft, sync } from '../integrations/testing/connected.ts';

it('demo', async () => {
  const microsoft = await startMicrosoft(demoWorld);
  const at = await connected(microsoft);
  const ids: string[] = [];
  for (const t of microsoft.world.tenants.slice(0, 6)) ids.push((await mapped(at, t.domains[0]?.name ?? '')).companyId);
  const t0 = performance.now();
  const run = await sync(at);
  const t1 = performance.now();
  const second = await sync(at);
  const t2 = performance.now();
  console.log('first', t1 - t0, 'second', t2 - t1, run.state, run.counters, second.counters, second.notes.length);
  for (const id of ids) {
    for (const p of ['', '/licences', '/users?limit=50', '/secure-score', '/secure-score/controls?limit=50']) {
      const a = await ask<{ items?: unknown[] }>(at.owner, 'GET', `/companies/${id}/m365${p}`);
      if (a.status !== 200) console.log(p, a.status, a.body);
    }
    const f = await ask<{ items: { key: string; risk: string }[] }>(at.owner, 'GET', `/companies/${id}/findings?limit=100`);
    console.log(f.body.items.length, f.body.items.map((i) => `${i.risk[0]}:${i.key}`).join(' '));
  }
  const seen = await logs();
  console.log(seen.filter((l) => l.message === 'request' && String(l.operation).startsWith('m365')).map((l) => `${l.operation} ${l.units?.read} d${l.units?.depth}`).join('\n'));
  console.log(seen.filter((l) => l.message === 'step').map((l) => `${l.operation} ${l.timestamp} r${l.units?.read} w${l.units?.write}`).join('\n'));
  await microsoft.close();
  expect(1).toBe(1);
}, 200_000);
