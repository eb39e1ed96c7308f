import { newPerson, type Person } from '../../seed/person.ts';
import { openMsp, PASSWORD } from '../../seed/staff.ts';
import type { RunningGraph } from '../../vendors/graph/server.ts';
import type { GraphWorld } from '../../vendors/graph/world.ts';
import type { HostProcess } from './host-process.ts';

/** An MSP at work: its owner, a client whose Microsoft 365 feeds it, and somebody there who answers budgets. */
export interface WorkingMsp {
  mspId: string;
  owner: Person & { userId: string };
  approver: Person;
  companyId: string;
  integrationId: string;
}

/** Opens the MSP, connects the vendor, syncs once, and lets a client user in. */
export async function workingMsp(
  host: HostProcess,
  origin: string,
  vendor: RunningGraph & { world: GraphWorld },
): Promise<WorkingMsp> {
  const owner = await openMsp(origin);
  const { api } = owner;
  const { companyId, mspId } = await api.companies.create({ name: 'Cedar Ridge', timeZone: 'America/Denver' });
  const email = 'karen.doyle@cedarridgedental.example';
  await api.identity.inviteClientUser({ companyId, email, role: 'approver' });
  const { integrationId } = await api.integrations.connect({
    vendor: 'microsoft-365',
    name: 'Microsoft 365',
    clientId: vendor.world.app.clientId,
    secret: vendor.world.app.secrets[0] ?? '',
    apiUrl: vendor.authorityUrl,
    loginUrl: vendor.authorityUrl,
  });
  const tenant = vendor.world.tenants[0]?.id ?? '';
  const { organisationId } = await api.integrations.addOrganisation({ integrationId, tenant });
  await host.idle();
  const { items } = await api.integrations.listOrganisations({ integrationId });
  const v = items.find((one) => one.organisationId === organisationId)?.v ?? 0;
  await api.integrations.mapCompany({ integrationId, organisationId, v, companyId });
  await api.integrations.syncNow({ integrationId });
  await host.idle();
  const letter = (await host.mailsTo(email)).at(-1);
  const approver = await newPerson(origin);
  const token = /#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';
  await approver.api.identity.acceptInvitation({ token, name: 'Karen Doyle', password: PASSWORD });
  await host.idle();
  return { mspId, owner, approver, companyId, integrationId };
}
