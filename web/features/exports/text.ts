import type { ExportStatus } from '../../../shared/exports/export.ts';
import type { Tone } from '../../ui/status-icon.tsx';

export const STATUS: Record<ExportStatus, { word: string; tone: Tone }> = {
  queued: { word: 'Waiting', tone: 'idle' },
  running: { word: 'Being written', tone: 'busy' },
  finished: { word: 'Ready', tone: 'ok' },
  failed: { word: 'Failed', tone: 'bad' },
};

export function rowWords(rows: number): string {
  return rows === 1 ? '1 row' : `${rows.toLocaleString('en-US')} rows`;
}

/** A size as people say it: "12 kB". */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
