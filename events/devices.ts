import { z } from 'zod';
import { CompanyId, DeviceId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

/** A person added, changed, retired or removed a device. */
export const deviceChanged = fact(
  'devices.device.changed',
  1,
  z.object({ companyId: CompanyId, deviceId: DeviceId }),
  'A person added, changed or removed a device.',
);

/** Devices of a file were added or changed, some of it at a time. */
export const devicesImported = fact(
  'devices.devices.imported',
  1,
  z.object({ companyId: CompanyId }),
  'Devices of a file were added or changed.',
);

/** A person retired several devices at once, or brought them back in use. */
export const devicesMoved = fact(
  'devices.devices.moved',
  1,
  z.object({ companyId: CompanyId, deviceIds: z.array(DeviceId) }),
  'Several devices were retired or brought back in use.',
);

/** A sync has brought, changed or retired devices of a client, after all its pages. */
export const devicesSynced = fact('devices.devices.synced', 1, z.object({ companyId: CompanyId }));

/** Policies changed: of one company, or (without one) those of the MSP that hold for all. */
export const policiesChanged = fact('devices.policies.changed', 1, z.object({ companyId: CompanyId.optional() }));

/** What was synced of a company's devices is gone: another organisation may feed the company now. */
export const devicesPurged = fact('devices.company.purged', 1, z.object({ companyId: CompanyId }));
