import { findingsReconciled } from '../../events/findings.ts';
import { on } from '../_kit/on.ts';
import { refreshSummary } from './findings.service.ts';

export const handler = on(findingsReconciled, (scope, { companyId }) => refreshSummary(scope, companyId));
