import { expect } from 'vitest';
import type { Export } from '../../shared/exports/export.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { fileOf, readExport } from './testing/exported.ts';

async function prepare(): Promise<Owner> {
  const owner = await easyMsp();
  await newCompany(owner, 'Cedar Ridge');
  await newCompany(owner, 'Harbor & Finch');
  return owner;
}

async function play(owner: Owner, { write, last, settle }: Hand): Promise<void> {
  const { cookie } = owner;
  const create = { operation: 'create', method: 'POST' as const, path: '/exports', cookie };
  const companies = await write<Export>({ ...create, body: { list: 'companies', filter: {} } });
  const findings = await write<Export>({ ...create, body: { list: 'findings', filter: {} } });
  await settle();
  await idle();
  const { v } = await readExport(owner, findings.exportId);
  await write({ operation: 'remove', method: 'DELETE', path: `/exports/${findings.exportId}`, body: { v }, cookie });
  expect((await readExport(owner, companies.exportId)).status).toBe('finished');
  await last({ ...create, body: { list: 'companies', filter: { q: 'harbor' } } });
  await settle();
  await idle();
}

/** Each export that is left was written once, whole. */
async function holds(owner: Owner): Promise<void> {
  const { items } = ok(await ask<{ items: Export[] }>(owner, 'GET', '/exports'));
  expect(items.map(({ status, rows }) => ({ status, rows }))).toEqual([
    { status: 'finished', rows: 1 },
    { status: 'finished', rows: 2 },
  ]);
  for (const { exportId, rows } of items) expect((await fileOf(owner, exportId)).split('\r\n')).toHaveLength(rows + 2);
}

survives({
  feature: 'exports',
  prepare,
  play,
  holds,
  elsewhere: { retry: 'needs one that failed: exports.feature.test.ts' },
  heardBy: ['notifications'],
});
