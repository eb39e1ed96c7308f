import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';

/** Why an item goes to the next meeting. */
export function openBecause({ said }: AgendaItem): string {
  if (!said) return 'Not reached';
  if (said.result === 'deferred') return 'Put off';
  return said.result === 'skipped' ? 'Skipped' : 'No decision';
}

/** The beginning of a fingerprint, by which people compare two of them. */
export const shortPrint = (sha256: string) => `${sha256.slice(0, 8)} ${sha256.slice(8, 16)}`;
