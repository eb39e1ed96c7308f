import { findingsReconciled } from '../../events/findings.ts';
import { onceForCompany } from '../_kit/on.ts';
import { refreshSummary } from './findings.service.ts';

export const handler = onceForCompany([findingsReconciled], refreshSummary);
