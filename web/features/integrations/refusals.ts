import type { PullNote } from '../../../shared/integrations/run.ts';
import type { Trouble } from '../../../shared/integrations/trouble.ts';

/** What the vendor refused in a run, each cause once with the data sets that it kept from being read. */
export function refusals(notes: readonly PullNote[]): { trouble: Trouble; dataSets: string[] }[] {
  const byCause = new Map<string, { trouble: Trouble; dataSets: string[] }>();
  for (const { state, trouble, dataSet } of notes) {
    if (state !== 'failed' || !trouble) continue;
    const known = byCause.get(trouble.cause) ?? { trouble, dataSets: [] };
    if (!known.dataSets.includes(dataSet)) known.dataSets.push(dataSet);
    byCause.set(trouble.cause, known);
  }
  return [...byCause.values()];
}
