import type { NewFact } from '../../events/define.ts';
import { AppError } from '../../shared/kernel/error.ts';
import type { Effect, Saying } from '../../shared/meetings/agenda.ts';
import type { Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { answeredIn, type Choose } from '../budgets/meeting-answers.service.ts';
import { accepted, get as findingOf } from '../findings/findings.service.ts';
import { decidedIn as goalDecidedIn } from '../goals/standing.service.ts';
import { decidedIn as itemDecidedIn } from '../planner/decisions.service.ts';
import { agreedFrom } from '../planner/planner.service.ts';
import { linksFrom } from '../platform/links.service.ts';
import type { AgendaItemRow } from './agenda-item.entity.ts';
import type { MeetingRow } from './meeting.entity.ts';

/** What was said where, about which item, by whom. */
interface Word {
  meeting: MeetingRow;
  item: AgendaItemRow;
  saying: Saying;
  by?: string;
}

interface Written {
  ops: Op[];
  facts: NewFact[];
  effects: Effect[];
}

const NONE: Written = { ops: [], facts: [], effects: [] };

/** How the meeting is named beside what it decided: `Said by Dr. Marsh in "Quarterly review". Wait for the lease.` */
function words({ meeting, saying, by }: Word): string {
  return [`Said${by ? ` by ${by}` : ''} in "${meeting.title}".`, saying.note].filter(Boolean).join(' ').slice(0, 1_000);
}

/** What a line hears. What is put off stays open in the budget: the client may answer it with the new date. */
const LINE_ANSWERS = { approved: 'approved', declined: 'rejected', deferred: 'pending' } as const;

/** Work: where it stands on the roadmap, and its lines that wait in budgets which were sent. */
async function plannerItem(scope: Scope, word: Word, id: string): Promise<Written> {
  const { meeting, saying } = word;
  const { companyId, meetingId } = meeting;
  const { result } = saying;
  if (result !== 'approved' && result !== 'declined' && result !== 'deferred') return NONE;
  const record = { type: 'planner-item' as const, id };
  const [turn, links] = await Promise.all([
    itemDecidedIn(
      scope,
      meetingId,
      { companyId, plannerItemId: id },
      {
        status: result,
        at: scope.now().toISOString(),
        startsOn: saying.deferTo,
      },
    ),
    linksFrom(scope, companyId, record, { consistent: true }),
  ]);
  const budgets = links.filter(({ to, role }) => to.type === 'budget' && role === 'budgeted-in').map(({ to }) => to.id);
  const choose: Choose = ({ plannerItemId }) => (plannerItemId === id ? LINE_ANSWERS[result] : undefined);
  const answered = await budgetLines(scope, word, budgets, choose);
  const did = { approved: 'approved', declined: 'declined', deferred: 'put-off' } as const;
  return {
    ops: [...(turn?.ops ?? []), ...answered.ops],
    facts: [...(turn?.facts ?? []), ...answered.facts],
    effects: [...(turn ? [{ record, did: did[result] }] : []), ...answered.effects],
  };
}

async function budgetLines(scope: Scope, word: Word, ids: readonly string[], choose: Choose): Promise<Written> {
  const { companyId, meetingId } = word.meeting;
  const heard = { meetingId, agendaItemId: word.item.agendaItemId, ...(word.by ? { saidBy: word.by } : {}) };
  const all = await Promise.all(
    ids.map(async (budgetId): Promise<Written> => {
      const part = await unlessGone(answeredIn(scope, { companyId, budgetId }, heard, choose, words(word)));
      if (!part) return NONE;
      return {
        ops: part.ops,
        facts: [part.fact],
        effects: [{ record: { type: 'budget', id: budgetId }, did: 'answered' }],
      };
    }),
  );
  return {
    ops: all.flatMap(({ ops }) => ops),
    facts: all.flatMap(({ facts }) => facts),
    effects: all.flatMap(({ effects }) => effects),
  };
}

/**
 * A budget line by line, or as a whole: then what waits gets the answer, and what was answered under this item. What the client
 * said of a line under another item, such as the work behind it, stays.
 */
function budget(scope: Scope, word: Word, id: string): Promise<Written> {
  const { result, lines } = word.saying;
  const byLine = lines && new Map(lines.map(({ budgetLineId, decision }) => [budgetLineId, decision]));
  const whole = result && result in LINE_ANSWERS ? LINE_ANSWERS[result as keyof typeof LINE_ANSWERS] : undefined;
  const choose: Choose = ({ budgetLineId, isOpenHere }) =>
    byLine ? byLine.get(budgetLineId) : isOpenHere ? whole : undefined;
  return budgetLines(scope, word, [id], choose);
}

/** A finding: it becomes work that goes ahead, or a risk that the client takes. */
async function finding(scope: Scope, word: Word, findingId: string): Promise<Written> {
  const { meeting, saying } = word;
  const { companyId } = meeting;
  if (saying.result !== 'approved' && saying.result !== 'declined') return NONE;
  const record = { type: 'finding' as const, id: findingId };
  const found = await findingOf(scope, { companyId, findingId });
  if (found.status !== 'open') return NONE;
  if (saying.result === 'declined') {
    const { op, fact } = await accepted(scope, { companyId, findingId }, words(word));
    return { ops: [op], facts: [fact], effects: [{ record, did: 'dismissed' }] };
  }
  const { ops, facts } = await agreedFrom(scope, found);
  return { ops, facts, effects: [{ record, did: 'planned' }] };
}

async function goal(scope: Scope, word: Word, goalId: string): Promise<Written> {
  const { result } = word.saying;
  if (result !== 'approved' && result !== 'declined') return NONE;
  const part = await goalDecidedIn(scope, { companyId: word.meeting.companyId, goalId }, result, words(word));
  if (!part) return NONE;
  const did = result === 'approved' ? ('activated' as const) : ('abandoned' as const);
  return { ...part, effects: [{ record: { type: 'goal', id: goalId }, did }] };
}

const WRITERS = { 'planner-item': plannerItem, budget, finding, goal } as const;

/** A record deleted meanwhile has nothing left to decide; the minutes keep what was said. */
async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * The parts of a commit by which a word in a meeting reaches the record that its item is about: planner item, budget, finding
 * or goal. Groups and notes are decided in the minutes alone.
 */
export async function writtenBack(scope: Scope, word: Word): Promise<Written> {
  const [record, ...others] = word.item.records;
  if (!record || others.length > 0 || !(record.type in WRITERS)) return NONE;
  const write = WRITERS[record.type as keyof typeof WRITERS];
  return (await unlessGone(write(scope, word, record.id))) ?? NONE;
}
