import { guidOf, randomFrom } from '../../_kit/random.ts';
import type { Tenant } from '../world.ts';
import { addPeople } from './build-people.ts';
import { buildScores } from './build-scores.ts';
import { daysBefore } from './dates.ts';
import { nickname } from './names.ts';
import { ROLE_TEMPLATES } from './roles.ts';
import type { TenantSpec } from './tenant-spec.ts';

/** Application permissions that the platform asks an MSP's clients to consent to; all of them read only. */
export const READ_PERMISSIONS: readonly string[] = [
  'AuditLog.Read.All',
  'Directory.Read.All',
  'Domain.Read.All',
  'Organization.Read.All',
  'Reports.Read.All',
  'RoleManagement.Read.Directory',
  'SecurityEvents.Read.All',
  'User-LifeCycleInfo.Read.All',
  'User.Read.All',
];

/** Makes a tenant of a spec. The same seed, spec and clock give the same tenant, and ids do not depend on the clock. */
export function buildTenant(seed: string, spec: TenantSpec, now: Date): Tenant {
  const id = guidOf(seed, 'tenant', spec.code);
  const initialDomain = `${nickname(spec.displayName, '')}.onmicrosoft.example`;
  const tenant: Tenant = {
    code: spec.code,
    id,
    displayName: spec.displayName,
    createdAt: daysBefore(now, spec.ageDays),
    address: {
      street: spec.street,
      city: spec.city,
      state: spec.state,
      postalCode: spec.postalCode,
      country: 'United States',
    },
    hybrid: spec.hybrid ?? false,
    consent: { granted: spec.consented ?? true, permissions: [...READ_PERMISSIONS] },
    domains: [
      { name: spec.domain, isDefault: true, isInitial: false },
      { name: initialDomain, isDefault: false, isInitial: true },
    ],
    subscriptions: spec.seats.map(({ sku, seats, renewsInDays }) => ({
      id: guidOf(id, 'subscription', sku),
      skuPartNumber: sku,
      seats,
      createdAt: daysBefore(now, renewsInDays === undefined ? 400 : 365 * 2 - renewsInDays),
      nextLifecycleAt: renewsInDays === undefined ? null : daysBefore(now, -renewsInDays),
      isTrial: false,
    })),
    users: [],
    roleAssignments: [],
    scores: { maxScore: 0, controls: [], averages: { allTenants: 0, sameSize: 0 } },
    userChanges: [],
    sequence: 0,
    nextPosition: 1,
  };
  addPeople(tenant, spec, randomFrom(`${seed}|people|${spec.code}`), now);
  if (tenant.hybrid) {
    tenant.roleAssignments.push({
      id: guidOf(id, 'assignment', 'provisioning-agent'),
      principalId: guidOf(id, 'service-principal', 'provisioning-agent'),
      roleTemplateId: ROLE_TEMPLATES['Directory Readers'],
      servicePrincipalName: 'Directory Provisioning Agent',
    });
  }
  tenant.scores = buildScores(tenant, spec.score, randomFrom(`${seed}|scores|${spec.code}`), now);
  return tenant;
}
