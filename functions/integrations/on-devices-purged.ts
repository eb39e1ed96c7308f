import { devicesPurged } from '../../events/devices.ts';
import { on } from '../_kit/on.ts';
import { forgetCompany } from './purge.service.ts';

export const handler = on(devicesPurged, (scope, { companyId }) => forgetCompany(scope, companyId, 'ninjaone'));
