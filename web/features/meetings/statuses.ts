import type { Result } from '../../../shared/meetings/agenda.ts';
import type { MeetingStatus } from '../../../shared/meetings/meeting.ts';
import type { Tone } from '../../ui/status-icon.tsx';

/* The words that addresses are read by, apart from those that only pages show. */

export const STATUSES: Record<MeetingStatus, { word: string; tone: Tone }> = {
  draft: { word: 'Draft', tone: 'proposed' },
  published: { word: 'Agenda published', tone: 'info' },
  live: { word: 'Being held', tone: 'warn' },
  minutes: { word: 'Minutes to close', tone: 'warn' },
  closed: { word: 'Closed', tone: 'ok' },
  cancelled: { word: 'Cancelled', tone: 'idle' },
};

export const RESULTS: Record<Result, { word: string; tone: Tone }> = {
  open: { word: 'Open', tone: 'proposed' },
  discussed: { word: 'Discussed', tone: 'info' },
  approved: { word: 'Approved', tone: 'ok' },
  declined: { word: 'Declined', tone: 'bad' },
  deferred: { word: 'Put off', tone: 'warn' },
  skipped: { word: 'Skipped', tone: 'idle' },
};
