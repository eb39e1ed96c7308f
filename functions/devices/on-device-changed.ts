import { deviceChanged, devicesImported, devicesMoved } from '../../events/devices.ts';
import { onceForCompany } from '../_kit/on.ts';
import { assess } from './assess.service.ts';

export const handler = onceForCompany([deviceChanged, devicesImported, devicesMoved], assess);
