import type { DeviceRow } from '../../../shared/devices/device.ts';
import type { RecordRef } from '../../ui/record-actions.tsx';

type One = Pick<DeviceRow, 'companyId' | 'deviceId' | 'name'>;

/** A device as other features' actions know it. */
export const deviceRef = ({ companyId, deviceId, name }: One): RecordRef => ({
  kind: 'device',
  id: deviceId,
  label: name,
  companyId,
});
