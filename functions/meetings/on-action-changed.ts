import { meetingActionChanged } from '../../events/meetings.ts';
import { on } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = on(meetingActionChanged, (scope, { companyId }) => refreshSummary(scope, companyId));
