import { findingDecided } from '../../events/findings.ts';
import { on } from '../_kit/on.ts';
import { refreshSummary } from './findings.service.ts';

export const handler = on(findingDecided, (scope, { companyId }) => refreshSummary(scope, companyId));
