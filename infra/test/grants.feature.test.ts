import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAs } from '../../functions/_kit/env.ts';
import { systemScope } from '../../functions/_kit/scope.ts';
import * as Companies from '../../functions/companies/companies.service.ts';
import { PASSWORD } from '../../functions/identity/testing/members.ts';
import { type Cloud, startCloud } from '../../scripts/local/cloud.ts';
import { NewCompany } from '../../shared/companies/company.ts';
import { synthesize } from '../app.ts';
import { FEATURE_SPECS, type FeatureSpecs } from '../feature-specs.ts';

const PORT = Number(process.env.FAIRLEAD_TEST_PORT ?? 4610) + 1;
const origin = `http://127.0.0.1:${PORT}`;
const scratch = mkdtempSync(join(tmpdir(), 'fairlead-grants-'));
let cloud: Cloud;

/** The product, with one right taken away from one feature. */
beforeAll(async () => {
  const { companies } = FEATURE_SPECS;
  if (!companies) throw new Error('There is no companies feature.');
  const specs: FeatureSpecs = { ...FEATURE_SPECS, companies: { ...companies, data: 'read' } };
  const templates = join(scratch, 'templates');
  synthesize('local', templates, { specs, origin });
  cloud = await startCloud({ templates, state: join(scratch, 'state'), port: PORT });
}, 120_000);

afterAll(async () => {
  await cloud?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const send = (method: string, path: string, body?: object, cookie = '') =>
  fetch(`${origin}/api${path}`, {
    method,
    headers: { origin, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

describe('a grant taken out of a FeatureSpec', () => {
  it('is missing here as it would be on AWS: reading works, writing is refused by IAM', async () => {
    const half = await send('POST', '/msps', {
      mspName: 'Grantless',
      slug: 'grantless',
      name: 'Gil Grant',
      email: 'gil@example.com',
      password: PASSWORD,
    });
    const msp = (await half.json()) as { actor: { mspId: string } };
    expect(msp.actor.mspId).toMatch(/^[0-9a-z]{26}$/);
    const environment = cloud.environmentOf('companies-api');
    const input = NewCompany.parse({ name: 'Cedar Ridge', timeZone: 'America/Denver' });
    await runAs(environment, async () => {
      const reader = systemScope(msp.actor.mspId, 'grants-test', { access: 'read' });
      expect(await Companies.list(reader, { limit: 25 })).toEqual({ items: [] });
      const writer = systemScope(msp.actor.mspId, 'grants-test', { access: 'write' });
      await expect(Companies.create(writer, input)).rejects.toMatchObject({ name: 'AccessDenied' });
    });
  });
});
