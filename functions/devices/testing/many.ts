import { MOST_WRITTEN } from '../../../shared/devices/device-import.ts';
import { pieces } from '../../../shared/kernel/pieces.ts';
import { ask, type Owner, ok } from '../../identity/testing/members.ts';

/** Brings many devices to a client as a file would: one request for as many as it takes. */
export async function bringDevices(owner: Owner, companyId: string, devices: readonly object[]): Promise<void> {
  for (const some of pieces(devices, MOST_WRITTEN)) {
    const rows = some.map((facts) => ({ facts }));
    ok(await ask(owner, 'POST', `/companies/${companyId}/devices/import`, { rows }));
  }
}
