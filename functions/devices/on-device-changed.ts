import { deviceChanged, devicesImported, devicesMoved } from '../../events/devices.ts';
import { onceFor } from '../_kit/on.ts';
import { assess } from './assess.service.ts';

export const handler = onceFor(
  [deviceChanged, devicesImported, devicesMoved],
  ({ companyId }) => companyId,
  (scope, { companyId }) => assess(scope, companyId),
);
