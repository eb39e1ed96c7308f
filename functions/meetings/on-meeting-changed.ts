import { meetingChanged } from '../../events/meetings.ts';
import { onceForCompany } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = onceForCompany([meetingChanged], refreshSummary);
