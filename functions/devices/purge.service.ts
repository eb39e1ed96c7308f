import { devicesPurged } from '../../events/devices.ts';
import { commit } from '../_kit/commit.ts';
import { change, erase, type Op } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { sourceOf } from '../integrations/organisations.service.ts';
import { eraseAll } from '../integrations/purge.service.ts';
import { assess, devicesOf, MOST_DEVICES } from './assess.service.ts';
import { DeviceEntity, type DeviceRecord, TakenOverEntity } from './device.entity.ts';
import { indexed } from './device-records.ts';
import { claimGivenBack } from './serial-claims.ts';
import { SiteEntity } from './site.entity.ts';

/** A device that people brought stays theirs, with what is known of it; one that a sync brought goes. */
function part(scope: Scope, device: DeviceRecord): Op[] {
  if (!device.integrationId) return [];
  if (device.source === 'sync') return [erase(DeviceEntity, device)];
  const theirs = indexed(revised(scope, device, { integrationId: undefined, synced: {}, health: 'unknown' }));
  return [change(DeviceEntity, device, theirs), ...claimGivenBack(scope, theirs)];
}

/**
 * Removes what was synced of a company's devices, and heals its findings. The rows go chunk by chunk, which may be repeated;
 * the last commit tells that it is done.
 */
export async function purge(
  scope: Scope,
  { companyId, organisationId }: { companyId: string; organisationId: string },
): Promise<void> {
  const source = await sourceOf(scope, companyId, 'ninjaone', { consistent: true });
  // Heard of again after all was removed: what the client has now may come from another organisation.
  if (!source?.leaving || source.organisationId !== organisationId) return;
  const owner = { mspId: scope.mspId, companyId };
  const whole = { most: MOST_DEVICES, consistent: true };
  const [taken, sites, devices] = await Promise.all([
    all(scope, TakenOverEntity, TakenOverEntity.query.ofCompany(owner), whole),
    all(scope, SiteEntity, SiteEntity.query.ofCompany(owner), whole),
    devicesOf(scope, companyId),
  ]);
  await eraseAll(scope, [
    ...devices.flatMap((device) => part(scope, device)),
    ...taken.map((row) => erase(TakenOverEntity, row)),
    ...sites.map((row) => erase(SiteEntity, row)),
  ]);
  await assess({ ...scope, inbox: undefined }, companyId);
  await commit(scope, [], [devicesPurged.of({ companyId })]);
}
