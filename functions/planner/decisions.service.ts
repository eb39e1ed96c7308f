import type { NewFact } from '../../events/define.ts';
import { plannerItemChanged } from '../../events/planner.ts';
import { addDays, daysBetween } from '../../shared/kernel/calendar.ts';
import { AppError } from '../../shared/kernel/error.ts';
import type { ItemStatus, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { happened } from '../platform/activity.service.ts';
import { findingFollows } from './finding-work.service.ts';
import { goalWork } from './goal-work.service.ts';
import { PlannerItemEntity, PublishedItemEntity } from './planner-item.entity.ts';
import { counted, readItem, rowOf } from './planner-records.ts';

/** How an item stands after the client's answer to its lines. */
export interface Standing {
  plannerItemId: string;
  decision: 'approved' | 'rejected';
}

/** What the client answered to one budget, and when. */
export interface ClientAnswers {
  companyId: string;
  budgetId: string;
  items: readonly Standing[];
  /** ISO instant of the answer itself, however late it is heard of. */
  at: string;
}

/** Work that has not begun follows the client's answer; what runs or is done does not go back. */
const FOLLOWS: readonly ItemStatus[] = ['idea', 'proposed', 'presented', 'deferred', 'approved', 'declined'];

/** Items of one commit: three rows each, a fact, one for each goal that they serve, and three of the finding that they answer. */
const CHUNK = 8;

/** The client's word on an item: from when, and which record holds it. */
interface Word {
  status: Extract<ItemStatus, 'approved' | 'declined' | 'deferred'>;
  at: string;
  heldBy: string;
  /** For work that is put off: the day on which it starts instead. */
  startsOn?: string | undefined;
}

interface Turn {
  ops: Op[];
  facts: NewFact[];
}

const VERBS = { approved: 'approved', declined: 'rejected', deferred: 'deferred' } as const;

/**
 * An item's dates when it starts on another day and takes as long as before. What is put off never starts earlier for it, but
 * what was put off already may be put off less far.
 */
function putOff({ startDate, endDate, status }: PlannerItemDetail, startsOn: string | undefined) {
  if (!startsOn || !startDate || !endDate || startsOn === startDate) return {};
  if (startsOn < startDate && status !== 'deferred') return {};
  return { startDate: startsOn, endDate: addDays(startsOn, daysBetween(startDate, endDate)) };
}

/** The parts of a commit that bring an item to where the client's word puts it; none when it cannot go there any more. */
async function turning(
  scope: Scope,
  one: { companyId: string; plannerItemId: string },
  { status, at, heldBy, startsOn }: Word,
  taken?: Set<string>,
): Promise<Turn | undefined> {
  const { companyId, plannerItemId } = one;
  const { item, detail } = await readItem(scope, one);
  // Heard of late: another answer, or a person, has set the status since.
  const isOutdated = item.statusAt !== undefined && item.statusAt >= at;
  if (!FOLLOWS.includes(item.status) || isOutdated) return undefined;
  const dates = status === 'deferred' ? putOff(detail, startsOn) : {};
  if (item.status === status && !dates.startDate) {
    // Only from when it stands, so that an older answer cannot undo it.
    const since = revised(scope, item, { statusAt: at });
    return { ops: [change(PlannerItemEntity, item, since, { what: 'planner item', audit: false })], facts: [] };
  }
  const { published } = detail;
  const seen = published && { ...published, ...dates, status };
  const after = revised(scope, counted({ ...detail, ...dates, status, ...(seen ? { published: seen } : {}) }), {});
  const record = { type: 'planner-item' as const, id: plannerItemId };
  const fields = ['status', ...Object.keys(dates)];
  const answered = await findingFollows(scope, item, after, taken);
  return {
    ops: [
      change(PlannerItemEntity, item, { ...rowOf(after), statusAt: at }, { what: 'planner item' }),
      // The client decided it, so the client sees it at once.
      ...(seen ? [replace(PublishedItemEntity, { ...seen, mspId: scope.mspId })] : []),
      happened(scope, companyId, record, VERBS[status], [heldBy]),
      ...answered.ops,
    ],
    facts: [
      plannerItemChanged.of({ companyId, plannerItemId, fields, status }),
      ...goalWork(item, after),
      ...answered.facts,
    ],
  };
}

/**
 * The parts of another commit by which the client decides about an item in a meeting; nothing for work that runs, is done, or
 * was decided later than this.
 */
export function decidedIn(
  scope: Scope,
  meetingId: string,
  one: { companyId: string; plannerItemId: string },
  word: Omit<Word, 'heldBy'>,
): Promise<Turn | undefined> {
  return turning(scope, one, { ...word, heldBy: meetingId });
}

async function follow(
  scope: Scope,
  { companyId, budgetId, at }: ClientAnswers,
  { plannerItemId, decision }: Standing,
  taken: Set<string>,
): Promise<Turn> {
  const status = decision === 'approved' ? ('approved' as const) : ('declined' as const);
  const turn = await turning(scope, { companyId, plannerItemId }, { status, at, heldBy: budgetId }, taken);
  return turn ?? { ops: [], facts: [] };
}

/**
 * Items follow the answers that the client gave to their budget lines, the latest answer winning in whatever order they are
 * heard of. Following twice changes nothing, so many items go in several commits and only the last one closes the event.
 */
export async function followAnswers(scope: Scope, answers: ClientAnswers): Promise<void> {
  const { items } = answers;
  for (let start = 0; start === 0 || start < items.length; start += CHUNK) {
    const isLast = start + CHUNK >= items.length;
    await followSome(isLast ? scope : { ...scope, inbox: undefined }, answers, items.slice(start, start + CHUNK));
  }
}

async function followSome(scope: Scope, answers: ClientAnswers, some: readonly Standing[]): Promise<void> {
  const ops: Op[] = [];
  const facts: NewFact[] = [];
  const taken = new Set<string>();
  for (const standing of some) {
    try {
      const own = await follow(scope, answers, standing, taken);
      ops.push(...own.ops);
      facts.push(...own.facts);
    } catch (error) {
      // An item deleted meanwhile has nothing left to follow.
      if (!(error instanceof AppError) || error.status !== 404) throw error;
    }
  }
  if (ops.length > 0 || scope.inbox) await commit(scope, ops, facts);
}
