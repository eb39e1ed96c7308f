import { devicesImported } from '../../events/devices.ts';
import { on } from '../_kit/on.ts';
import { assess } from './assess.service.ts';

export const handler = on(devicesImported, (scope, { companyId }) => assess({ ...scope, inbox: undefined }, companyId));
