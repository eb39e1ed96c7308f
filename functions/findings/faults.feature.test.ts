import { expect } from 'vitest';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { Finding, ObservedFinding } from '../../shared/findings/finding.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { findingsOf, observe, weakControl } from './testing/raised.ts';

interface World {
  mspId: string;
  owner: Owner;
  companyId: string;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  return { mspId: owner.mspId, owner, companyId: await newCompany(owner) };
}

const [legacy, admins, guests] = [weakControl('legacy'), weakControl('admins'), weakControl('guests')];
const dismissal = { reason: 'not-in-scope', note: 'The vendor runs it.' };

async function play({ mspId, owner, companyId }: World, { write, last }: Hand): Promise<void> {
  const { cookie } = owner;
  const decide = (operation: string, { findingId, v }: Finding, body: object = {}) => ({
    operation,
    method: 'POST' as const,
    path: `/companies/${companyId}/findings/${findingId}/${operation}`,
    body: { v, ...body },
    cookie,
  });
  await observe(mspId, companyId, [legacy, admins, guests]);
  const find = async ({ title }: ObservedFinding) => {
    const found = (await findingsOf(owner, companyId)).find((finding) => finding.title === title);
    if (!found) throw new Error(`There is no finding ${title}.`);
    return found;
  };
  const dismissed = await write<Finding>(decide('dismiss', await find(legacy), dismissal));
  await observe(mspId, companyId, [legacy, { ...admins, risk: 'critical' }]);
  await write<Finding>(decide('reopen', dismissed));
  await last(decide('dismiss', await find(admins), dismissal));
}

/** The overview counts what is open. */
async function holds({ owner, companyId }: World): Promise<void> {
  const open = await findingsOf(owner, companyId);
  const { summaries } = ok(await ask<CompanyOverview>(owner, 'GET', `/companies/${companyId}/overview`));
  const figures = summaries.find(({ feature }) => feature === 'findings')?.figures;
  expect(figures).toMatchObject({ open: open.length });
}

survives({ feature: 'findings', prepare, play, holds });
