import { integrationDisconnected, testRequested } from '../../events/integrations.ts';
import {
  CHANGES,
  type Integration,
  type IntegrationChange,
  type NewIntegration,
  type NewSecret,
} from '../../shared/integrations/integration.ts';
import { nextSlot } from '../../shared/integrations/sync-slot.ts';
import { type VendorId, catalogue as vendorCatalogue, vendorOf } from '../../shared/integrations/vendor.ts';
import { invalid, notFound, refused } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { checkTyped } from '../_kit/clients/guarded-fetch.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import { destroyCredential, sealCredential, sealing } from './credentials.service.ts';
import { IntegrationEntity, type IntegrationRow } from './integration.entity.ts';
import { integrationOf } from './plan.service.ts';

/** An MSP has a handful. */
const MOST = 50;

type One = { integrationId: string };
type Versioned = One & { v: number };

/** Vendors that can be connected, with what they ask for. */
export async function catalogue() {
  return { items: vendorCatalogue() };
}

/** The MSP's integrations, oldest first. */
export async function list(scope: Scope): Promise<{ items: Integration[] }> {
  const query = IntegrationEntity.query.inMsp({ mspId: scope.mspId });
  return { items: await all(scope, IntegrationEntity, query, { most: MOST }) };
}

export async function get(scope: Scope, { integrationId }: One): Promise<Integration> {
  const found = await find(scope, IntegrationEntity, IntegrationEntity.get({ mspId: scope.mspId, integrationId }));
  if (!found) throw notFound('integration');
  return found;
}

interface Addresses {
  apiUrl?: string | undefined;
  loginUrl?: string | undefined;
}

/** Addresses typed by a user are judged at once; where they lead is judged again at every call. */
function checkAddresses({ apiUrl, loginUrl }: Addresses): void {
  for (const [path, url] of Object.entries({ apiUrl, loginUrl })) {
    if (url !== undefined) checkTyped(url, path, 'integration.address');
  }
}

/** The integration for a change; one that is being disconnected takes none. */
async function changeable(scope: Scope, { integrationId, v }: Versioned): Promise<IntegrationRow> {
  const before = basedOn(await integrationOf(scope, integrationId), v, 'integration');
  if (before.state === 'leaving') throw refused('integration.leaving', 'This integration is being disconnected.');
  return before;
}

/** A connection is tested on an organisation, where the vendor does not list them itself. */
function isTestable(integration: Pick<IntegrationRow, 'vendor' | 'homeTenant' | 'organisations'>): boolean {
  if (vendorOf(integration.vendor).organisationsAre === 'listed') return true;
  return Boolean(integration.homeTenant) || integration.organisations > 0;
}

/** The named settings in the form that this vendor wants. @throws 400 that names the field */
function settingsFor(vendor: VendorId, wanted: IntegrationChange): Omit<IntegrationChange, 'integrationId' | 'v'> {
  const { data, error } = CHANGES[vendor].safeParse(wanted);
  if (data) {
    const { integrationId: _id, v: _version, ...set } = data;
    return set;
  }
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys')
    throw invalid(issue.keys[0] ?? '', `${vendorOf(vendor).name} has no such setting.`, 'integration.setting');
  throw invalid(
    issue?.path.map(String).join('.') ?? '',
    issue?.message ?? 'Enter another value.',
    'integration.setting',
  );
}

/** Connects a vendor: the settings, and the secret sealed beside them. The first test follows by itself. */
export async function connect(scope: Scope, { secret, ...input }: NewIntegration): Promise<Integration> {
  checkAddresses(input);
  const { items } = await list(scope);
  if (items.length >= MOST) throw refused('integrations.full', `An MSP can have ${MOST} integrations.`);
  const integrationId = newId(scope.now());
  const sealed = await sealCredential(scope, integrationId, 1, secret);
  const integration = stamped(scope, {
    homeTenant: undefined,
    ...input,
    integrationId,
    state: 'new' as const,
    secret: sealed.fact,
    organisations: 0,
    mapped: 0,
    nextSyncAt: nextSlot(scope.now().toISOString(), input.everyHours, scope.now()),
  });
  const tests = isTestable(integration) ? [testRequested.of({ integrationId })] : [];
  return commit(sealing(scope), [put(IntegrationEntity, integration), sealed.op], tests, integration);
}

/** Settings on which it depends whether the vendor answers. */
const REACHING = ['clientId', 'homeTenant', 'apiUrl', 'loginUrl'] as const;

/** Changes the named settings. A new rhythm counts from now; what had stopped for its settings is tried again by itself. */
export async function edit(scope: Scope, wanted: IntegrationChange): Promise<Integration> {
  const before = await changeable(scope, wanted);
  const set = settingsFor(before.vendor, wanted);
  checkAddresses(set);
  const tried = before.state === 'failed' && REACHING.some((field) => field in set);
  const everyHours = set.everyHours ?? before.everyHours;
  const rhythm =
    (set.everyHours && before.nextSyncAt) || (tried && !before.nextSyncAt)
      ? { nextSyncAt: nextSlot(scope.now().toISOString(), everyHours, scope.now()) }
      : {};
  const after = revised(scope, before, { ...set, ...rhythm });
  return commit(scope, [change(IntegrationEntity, before, after)], [], after);
}

/** Replaces the secret. A sync that failed for the old one goes on with the next slot, or at once by hand. */
export async function replaceSecret(scope: Scope, { integrationId, v, secret }: NewSecret): Promise<Integration> {
  const before = await changeable(scope, { integrationId, v });
  const sealed = await sealCredential(scope, integrationId, before.v + 1, secret);
  const resumed =
    before.state === 'failed'
      ? { nextSyncAt: nextSlot(scope.now().toISOString(), before.everyHours, scope.now()) }
      : {};
  const after = revised(scope, before, { secret: sealed.fact, ...resumed });
  const tests = isTestable(before) ? [testRequested.of({ integrationId })] : [];
  return commit(sealing(scope), [change(IntegrationEntity, before, after), sealed.op], tests, after);
}

/** No scheduled sync starts until it is resumed; a run under way ends as usual. */
export async function pause(scope: Scope, input: Versioned): Promise<Integration> {
  const before = await changeable(scope, input);
  if (before.state === 'paused') throw refused('integration.paused', 'This integration is paused already.');
  const after = revised(scope, before, { state: 'paused', nextSyncAt: undefined });
  return commit(scope, [change(IntegrationEntity, before, after)], [], after);
}

export async function resume(scope: Scope, input: Versioned): Promise<Integration> {
  const before = await changeable(scope, input);
  if (before.state !== 'paused') throw refused('integration.not-paused', 'This integration is not paused.');
  const after = revised(scope, before, {
    state: before.lastSyncedAt ? 'connected' : 'new',
    nextSyncAt: nextSlot(scope.now().toISOString(), before.everyHours, scope.now()),
  });
  return commit(scope, [change(IntegrationEntity, before, after)], [], after);
}

/** Ends the integration: the secret is destroyed at once, everything it synced is removed by the fact's handlers. */
export async function disconnect(scope: Scope, input: Versioned): Promise<Gone> {
  const { integrationId } = input;
  const before = await changeable(scope, input);
  const secret = { ...before.secret, configured: false };
  const after = revised(scope, before, { state: 'leaving', nextSyncAt: undefined, secret });
  const fact = integrationDisconnected.of({ integrationId });
  const ops = [change(IntegrationEntity, before, after), destroyCredential(scope, integrationId)];
  return commit(sealing(scope), ops, [fact], {});
}

/** Asks for a test of the connection; the result stands in the integration when it is there. */
export async function test(
  scope: Scope,
  { integrationId, organisationId }: One & { organisationId?: string | undefined },
): Promise<Integration> {
  const before = await integrationOf(scope, integrationId);
  if (before.state === 'leaving') throw refused('integration.leaving', 'This integration is being disconnected.');
  if (!isTestable(before)) {
    throw refused('integration.nothing-to-test', 'Add a tenant first, or enter your own tenant in the settings.');
  }
  const asked = {
    state: 'running' as const,
    at: scope.now().toISOString(),
    sentence: `Asking ${vendorOf(before.vendor).name}.`,
  };
  const after = revised(scope, before, { test: asked });
  const fact = testRequested.of(organisationId ? { integrationId, organisationId } : { integrationId });
  return commit(scope, [change(IntegrationEntity, before, after)], [fact], after);
}
