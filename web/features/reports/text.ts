import type { DeliveryState } from '../../../shared/reports/recipient.ts';
import type { Report, ReportStatus } from '../../../shared/reports/report.ts';
import type { ReportSchedule, Rule } from '../../../shared/reports/schedule.ts';
import type { Tone } from '../../ui/status-icon.tsx';

interface Words {
  word: string;
  tone: Tone;
}

export const STATUS: Record<ReportStatus, Words> = {
  draft: { word: 'Draft', tone: 'idle' },
  queued: { word: 'Queued', tone: 'idle' },
  gathering: { word: 'Freezing data', tone: 'busy' },
  rendering: { word: 'Drawing pages', tone: 'busy' },
  finished: { word: 'Ready', tone: 'info' },
  failed: { word: 'Failed', tone: 'bad' },
};

/** Where a report stands, in a word: what the client sees comes first. */
export function standingWords({ status, publishedAt, review, waitsFrom }: Report): Words {
  if (publishedAt) return { word: 'Published', tone: 'ok' };
  if (review === 'waiting' && status === 'finished')
    return waitsFrom ? { word: 'Put off', tone: 'idle' } : { word: 'Waits for review', tone: 'warn' };
  return STATUS[status];
}

export const DELIVERY: Record<DeliveryState, Words> = {
  planned: { word: 'On its way', tone: 'busy' },
  sending: { word: 'On its way', tone: 'busy' },
  sent: { word: 'Sent', tone: 'ok' },
  failed: { word: 'Not sent', tone: 'bad' },
  unclear: { word: 'Not known whether it arrived', tone: 'warn' },
};

/** "Every quarter, 2 weeks before it ends". */
export function ruleWords({ every, on, count }: Rule): string {
  if (on === 'day') return `Every ${every} on day ${count}`;
  return `Every ${every}, ${count === 1 ? '1 week' : `${count} weeks`} before it ends`;
}

export const SKIPPED: Record<NonNullable<NonNullable<ReportSchedule['latest']>['skipped']>, string> = {
  'no-data': 'Passed over: nothing to show',
  archived: 'Passed over: client archived',
};

export const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
/** "2 people who were chosen can no longer be reached": they left, or have no address any more. */
export const lostWords = (count: number) =>
  `${people(count)} who ${count === 1 ? 'was' : 'were'} chosen can no longer be reached`;
