import { meetingChanged } from '../../events/meetings.ts';
import { on } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = on(meetingChanged, (scope, { companyId }) => refreshSummary(scope, companyId));
