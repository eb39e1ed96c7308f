import type { ReportStatus, Section } from '../../../shared/reports/report.ts';
import type { Tone } from '../../ui/status-icon.tsx';

export const STATUS: Record<ReportStatus, { word: string; tone: Tone }> = {
  queued: { word: 'Queued', tone: 'idle' },
  gathering: { word: 'Freezing data', tone: 'busy' },
  rendering: { word: 'Drawing pages', tone: 'busy' },
  finished: { word: 'Ready', tone: 'ok' },
  failed: { word: 'Failed', tone: 'bad' },
};

export const SECTION: Record<Section, { label: string; detail: string }> = {
  cover: { label: 'Cover', detail: 'Client, period, who prepared it' },
  'secure-score': { label: 'Secure Score', detail: 'Score, trend, what would move it' },
  roadmap: { label: 'Roadmap', detail: 'Published items by quarter' },
  budget: { label: 'Budget', detail: 'Totals by type, quarter and answer' },
  forecast: { label: 'Years ahead', detail: 'Cost by category and year; sums tell of unpublished work too' },
  decisions: { label: 'Decisions', detail: 'Who approved or rejected what, and when' },
};
