import type { PullNote } from '../../../shared/integrations/run.ts';
import type { Trouble } from '../../../shared/integrations/trouble.ts';

/**
 * What the vendor refused in a run, each cause once with the data sets that it kept from being read.
 *
 * @param told a cause that the page tells already
 */
export function refusals(notes: readonly PullNote[], told?: string): { trouble: Trouble; dataSets: string[] }[] {
  const byCause = new Map<string, { trouble: Trouble; dataSets: string[] }>();
  for (const { state, trouble, dataSet } of notes) {
    if (state !== 'failed' || !trouble || trouble.cause === told) continue;
    const known = byCause.get(trouble.cause) ?? { trouble, dataSets: [] };
    if (!known.dataSets.includes(dataSet)) known.dataSets.push(dataSet);
    byCause.set(trouble.cause, known);
  }
  return [...byCause.values()];
}
