import { companyRefreshed } from '../../events/m365.ts';
import { on } from '../_kit/on.ts';
import { followFigures } from './counting.service.ts';

export const handler = on(companyRefreshed, (scope, { companyId }) => followFigures(scope, companyId));
