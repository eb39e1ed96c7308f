import { companyPurged } from '../../events/m365.ts';
import { on } from '../_kit/on.ts';
import { forgetCompany } from './purge.service.ts';

export const handler = on(companyPurged, (scope, { companyId }) => forgetCompany(scope, companyId, 'microsoft-365'));
