import type { Finding, ObservedFinding } from '../../../shared/findings/finding.ts';
import { type Scope, systemScope } from '../../_kit/scope.ts';
import { as } from '../../_kit/testing/world.ts';
import { ask, type Member, ok } from '../../identity/testing/members.ts';
import { reconcileFindings } from '../findings.service.ts';

export const weakControl = (key: string, more: Partial<ObservedFinding> = {}): ObservedFinding => ({
  key,
  kind: 'secure-score',
  title: `Control ${key}`,
  why: 'Points are lost.',
  risk: 'high',
  evidence: [{ label: 'Secure Score', value: '0 of 8' }],
  affected: [],
  affectedCount: 0,
  source: { feature: 'm365', recordType: 'control', recordId: key },
  ...more,
});

/** What Microsoft 365 sees at a client now, or at another moment. */
export const observe = (
  mspId: string,
  companyId: string,
  observed: readonly ObservedFinding[],
  at: Partial<Pick<Scope, 'now'>> = {},
) =>
  as('m365-step-assess', () =>
    reconcileFindings(systemScope(mspId, 'findings-test', at), { companyId, raisedBy: 'm365', observed }),
  );

/** A client's findings, worst first. */
export const findingsOf = async (staff: Member, companyId: string) =>
  ok(await ask<{ items: Finding[] }>(staff, 'GET', `/companies/${companyId}/findings`)).items;

/** A client with one open finding. */
export async function raiseFinding(staff: Member, companyId: string): Promise<Finding> {
  await observe(staff.mspId, companyId, [weakControl('legacy')]);
  const [finding] = await findingsOf(staff, companyId);
  if (!finding) throw new Error('No finding was raised.');
  return finding;
}
