import {
  meetingActionChanged,
  meetingCancelled,
  meetingChanged,
  meetingClosed,
  meetingMailPlanned,
} from '../../events/meetings.ts';
import { meetingsApi } from '../../shared/meetings/meetings.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const meetings: FeatureSpec = {
  api: meetingsApi,
  // Minutes that stand are files.
  apiFunction: { files: 'read-write' },
  data: 'read-write',
  on: {
    'meeting-changed': { fact: meetingChanged },
    'action-changed': { fact: meetingActionChanged },
    'meeting-over': { fact: [meetingClosed, meetingCancelled] },
    'mail-planned': { fact: meetingMailPlanned, mail: true, files: 'read' },
  },
};
