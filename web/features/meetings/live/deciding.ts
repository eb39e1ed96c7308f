import type { RecordType } from '../../../../shared/kernel/link.ts';
import type { AgendaItem, Result, Saying } from '../../../../shared/meetings/agenda.ts';
import type { Participant } from '../../../../shared/meetings/meeting.ts';
import { type Quarter, quartersFrom } from '../../../../shared/planner/roadmap-quarters.ts';

/** Records that hear what is decided about them, and where that is written. */
const SAVED_TO: Partial<Record<RecordType, string>> = {
  'planner-item': 'Saved to the roadmap and its budget lines',
  budget: 'Answers the lines of the budget',
  finding: 'Approve plans it, decline takes the risk',
  goal: 'Approve starts it, decline gives it up',
};
const QUARTERS = 4;

type Subject = Pick<AgendaItem, 'records' | 'purpose'>;

/** The one record that an item decides about; a group is decided in the minutes alone. */
export function decidedRecord({ records }: Pick<AgendaItem, 'records'>): AgendaItem['records'][number] | undefined {
  const [record, ...others] = records;
  return record && others.length === 0 && record.type in SAVED_TO ? record : undefined;
}

/** Whether an item asks for a yes or no; others are talked about or skipped. */
export const isDecision = (item: Subject) => item.purpose === 'decide' || decidedRecord(item) !== undefined;

export function savedTo(item: Subject & Pick<AgendaItem, 'visibility'>): string {
  if (item.visibility === 'internal') return 'Kept for your team: it does not enter the minutes';
  const record = decidedRecord(item);
  return (record && SAVED_TO[record.type]) || 'Saved in the minutes';
}

/** The quarters to which work is put off: the four that come. */
export const laterQuarters = (today: string, fiscalYearStart: number): Quarter[] =>
  quartersFrom(today, QUARTERS + 1, fiscalYearStart).slice(1);

/** What can be said of an item. */
export type Choice = Exclude<Result, 'open'>;

/** Yes, later or no where an item asks for that; else that it was talked about, or not. */
export const choicesOf = (item: Subject): Choice[] =>
  isDecision(item) ? ['approved', 'deferred', 'declined'] : ['discussed', 'skipped'];

type Lines = NonNullable<Saying['lines']>;

/** What a yes or no says to each of these lines of a budget; another word answers none. */
export function answersTo(lines: readonly Pick<Lines[number], 'budgetLineId'>[], choice: Choice): Lines {
  if (choice !== 'approved' && choice !== 'declined') return [];
  const decision = choice === 'approved' ? 'approved' : 'rejected';
  return lines.map(({ budgetLineId }) => ({ budgetLineId, decision }));
}

/** Who can be named beside a decision: everybody in the room. */
export const peopleThere = (participants: readonly Participant[]) =>
  participants.filter(({ present }) => present !== false);

/** A presenter's choice to name nobody. */
export const NOBODY = '';

/**
 * Who is named beside what is decided: whom the presenter chose, while that person is in the room; nobody where that was chosen;
 * else the first of the client's side in the room.
 *
 * @param chosen participant's id, or `NOBODY`
 */
export function deciderOf(participants: readonly Participant[], chosen: string | undefined): Participant | undefined {
  if (chosen === NOBODY) return undefined;
  const there = peopleThere(participants);
  return there.find(({ id }) => id === chosen) ?? there.find(({ kind }) => kind === 'contact');
}
