import type { AgendaItem } from './agenda.ts';

/** Nothing was decided about it: it belongs on the next agenda. */
export function isUnresolved({ said, topic, standing, records, purpose }: AgendaItem): boolean {
  // Standing parts come back anyway.
  if (topic || standing) return false;
  if (!said) return true;
  if (said.result === 'deferred' || said.result === 'skipped') return true;
  return purpose === 'decide' && records.length > 0 && said.result === 'discussed';
}
