import { z } from 'zod';
import { Instant } from '../kernel/date.ts';
import { IntegrationId, RunId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { addUp, Counters } from './counters.ts';
import { OrganisationId } from './organisation.ts';
import { Trouble } from './trouble.ts';

/** `partly`: some data sets failed or are held, the rest is done. `superseded`: another run was at work. */
export const RunState = z.enum(['queued', 'running', 'waiting', 'done', 'partly', 'failed', 'superseded']);
export type RunState = z.infer<typeof RunState>;

/** One data set of one organisation. `unavailable`: the organisation does not have it, which is no trouble. */
export const PullState = z.enum(['queued', 'running', 'waiting', 'listed', 'done', 'held', 'failed', 'unavailable']);
export type PullState = z.infer<typeof PullState>;

/** Pulls that will not be looked at again in this run. */
export function isOver(state: PullState): boolean {
  return state === 'done' || state === 'held' || state === 'failed' || state === 'unavailable';
}

/** Progress of a data set over all organisations. */
export const DataSetProgress = z.object({
  name: z.string(),
  title: z.string(),
  state: PullState,
  organisations: z.int(),
  finished: z.int(),
  counters: Counters,
  waitingUntil: Instant.optional(),
});
export type DataSetProgress = z.infer<typeof DataSetProgress>;

/** An organisation's data set that needs attention or patience. */
export const PullNote = z.object({
  organisationId: OrganisationId,
  /** What a reader calls the two. */
  organisation: z.string(),
  dataSet: z.string(),
  /** What operations call the data set. */
  dataSetName: z.string(),
  state: PullState,
  waitingUntil: Instant.optional(),
  trouble: Trouble.optional(),
  reason: z.string().optional(),
});
export type PullNote = z.infer<typeof PullNote>;

export const Run = z.object({
  runId: RunId,
  integrationId: IntegrationId,
  state: RunState,
  /** Who or what asked for it. */
  trigger: z.enum(['person', 'schedule', 'mapping']),
  requestedAt: Instant,
  startedAt: Instant.optional(),
  finishedAt: Instant.optional(),
  organisations: z.int(),
  counters: Counters,
  trouble: Trouble.optional(),
});
export type Run = z.infer<typeof Run>;

export const RunDetail = Run.extend({
  dataSets: z.array(DataSetProgress),
  notes: z.array(PullNote),
  /** Pulls finished, of all: what the progress bar shows. */
  finished: z.int(),
  pulls: z.int(),
});
export type RunDetail = z.infer<typeof RunDetail>;

export const RunPage = pageOf(Run);
export const RunFilter = z.strictObject({ ...PageInput, integrationId: IntegrationId });
export type RunFilter = z.infer<typeof RunFilter>;

/** A row that could not be read; everything else of its listing was. */
export const Quarantined = z.object({
  quarantineId: z.string(),
  companyId: z.string(),
  dataSet: z.string(),
  /** What the row calls itself, or "(no name)". */
  label: z.string(),
  reason: z.string(),
  since: Instant,
});
export type Quarantined = z.infer<typeof Quarantined>;
export const QuarantinePage = pageOf(Quarantined);

interface PullRow {
  dataSet: string;
  state: PullState;
  counters: Counters;
  waitingUntil?: string | undefined;
}

/** The state that a group of pulls shows: trouble before patience before work before success. */
function stateOf(states: readonly PullState[]): PullState {
  const order: PullState[] = ['waiting', 'running', 'listed'];
  const lively = order.find((state) => states.includes(state));
  if (lively) return lively === 'listed' ? 'running' : lively;
  const waitingToStart = states.filter((state) => state === 'queued').length;
  if (waitingToStart > 0) return waitingToStart === states.length ? 'queued' : 'running';
  if (states.includes('failed')) return 'failed';
  if (states.includes('held')) return 'held';
  return states.length > 0 && states.every((state) => state === 'unavailable') ? 'unavailable' : 'done';
}

/** Progress by data set, in the order of `titles`. */
export function progressOf(
  pulls: readonly PullRow[],
  titles: readonly { name: string; title: string }[],
): DataSetProgress[] {
  const byName = Map.groupBy(pulls, (pull) => pull.dataSet);
  return titles.flatMap(({ name, title }) => {
    const own = byName.get(name) ?? [];
    if (own.length === 0) return [];
    const waits = own.flatMap((pull) => (pull.state === 'waiting' ? (pull.waitingUntil ?? []) : [])).sort();
    const [waitingUntil] = waits;
    return [
      {
        name,
        title,
        state: stateOf(own.map(({ state }) => state)),
        organisations: own.length,
        finished: own.filter(({ state }) => isOver(state)).length,
        counters: addUp(own.map(({ counters }) => counters)),
        ...(waitingUntil ? { waitingUntil } : {}),
      },
    ];
  });
}
