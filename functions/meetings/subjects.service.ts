import { AppError, invalid } from '../../shared/kernel/error.ts';
import type { LinkEnd, RecordType } from '../../shared/kernel/link.ts';
import type { AgendaItem, RecordsToAdd } from '../../shared/meetings/agenda.ts';
import type { Exhibit } from '../../shared/meetings/exhibit.ts';
import {
  budgetExhibit,
  controlsExhibit,
  devicesExhibit,
  findingExhibit,
  goalExhibit,
  licencesExhibit,
  plannerExhibit,
} from '../../shared/meetings/exhibits.ts';
import { NOTHING } from '../../shared/meetings/kinds.ts';
import type { Scope } from '../_kit/scope.ts';
import { clientBudget } from '../budgets/approval.service.ts';
import { byIds as devicesById } from '../devices/list.service.ts';
import { get as findingOf } from '../findings/findings.service.ts';
import { get as goalOf } from '../goals/goals.service.ts';
import { controlsOf } from '../m365/controls.service.ts';
import { licences } from '../m365/licences.service.ts';
import { get as plannerItemOf } from '../planner/planner.service.ts';

/** What an agenda item begins with, out of the records that it is about. */
export type Subject = Pick<AgendaItem, 'title' | 'text' | 'purpose' | 'minutes' | 'exhibit'>;

type Reader = (scope: Scope, companyId: string, ids: readonly string[], label?: string) => Promise<Subject>;

/** Kinds of records whose items hold several of them. */
const GROUPED: ReadonlySet<RecordType> = new Set(['device', 'control', 'licence']);
const MOST_TITLE = 160;

/** A record that the group names and the client no longer has is left out; a group without any has nothing to show. */
function group<T>(found: readonly T[], one: (record: T) => string, many: (count: number) => string): string {
  const [first] = found;
  return (first && found.length === 1 ? one(first) : many(found.length)).slice(0, MOST_TITLE);
}

const READERS: Partial<Record<RecordType, Reader>> = {
  finding: async (scope, companyId, [findingId = '']) => {
    const finding = await findingOf(scope, { companyId, findingId });
    return { ...finding, text: finding.why, purpose: 'decide', minutes: 8, exhibit: findingExhibit(finding) };
  },
  goal: async (scope, companyId, [goalId = '']) => {
    const goal = await goalOf(scope, { companyId, goalId });
    return { ...goal, text: goal.why, purpose: 'discuss', minutes: 6, exhibit: goalExhibit(goal) };
  },
  'planner-item': async (scope, companyId, [plannerItemId = '']) => {
    const item = await plannerItemOf(scope, { companyId, plannerItemId });
    const text = item.publicNote.slice(0, 2_000);
    return { title: item.title, text, purpose: 'decide', minutes: 8, exhibit: plannerExhibit(item) };
  },
  budget: async (scope, companyId, [budgetId = '']) => {
    const budget = await clientBudget(scope, { companyId, budgetId });
    return { title: budget.title, text: '', purpose: 'decide', minutes: 10, exhibit: budgetExhibit(budget) };
  },
  device: async (scope, companyId, ids) => {
    const devices = await devicesById(scope, companyId, ids);
    const title = group(
      devices,
      ({ name }) => name,
      (count) => `${count} devices`,
    );
    return { title, text: '', purpose: 'decide', minutes: 8, exhibit: devicesExhibit(devices) };
  },
  control: async (scope, companyId, ids) => {
    const { controls } = await controlsOf(scope, companyId);
    const wanted = controls.filter(({ controlId }) => ids.includes(controlId));
    const title = group(
      wanted,
      (control) => control.title,
      (count) => `${count} controls of the Secure Score`,
    );
    return { title, text: '', purpose: 'decide', minutes: 8, exhibit: controlsExhibit(wanted) };
  },
  licence: async (scope, companyId, ids) => {
    const { items, currency } = await licences(scope, { companyId });
    const wanted = items.filter(({ partNumber }) => ids.includes(partNumber));
    const title = group(
      wanted,
      ({ name }) => name,
      (count) => `${count} licences`,
    );
    return { title, text: '', purpose: 'discuss', minutes: 6, exhibit: licencesExhibit(wanted, currency) };
  },
  // Reports come later in product order: what was on the page when it was chosen is its title.
  report: async (_scope, _companyId, _ids, label) => ({
    title: label || 'Report',
    text: '',
    purpose: 'inform',
    minutes: 5,
    exhibit: NOTHING,
  }),
};

/** Records as items hold them: those of a kind that is shown together in one, all others in one each. */
export function inItems(records: RecordsToAdd['records']): RecordsToAdd['records'][] {
  const [together, apart] = [
    records.filter(({ type }) => GROUPED.has(type)),
    records.filter(({ type }) => !GROUPED.has(type)),
  ];
  return [...apart.map((one) => [one]), ...Map.groupBy(together, ({ type }) => type).values()];
}

/** A budget that was never sent does not exist for the client: say so where it is put on an agenda. */
function explained(error: unknown, type: RecordType): never {
  if (error instanceof AppError && error.status === 404 && type === 'budget')
    throw invalid('records', 'Send this budget to the client first: a draft is not shown in a meeting.');
  throw error;
}

/**
 * What an item about these records says and shows, as they are now.
 *
 * @throws 404 when a record is not this client's, 400 for a kind that no agenda holds
 */
export async function subjectOf(scope: Scope, companyId: string, records: RecordsToAdd['records']): Promise<Subject> {
  const [first] = records;
  const read = first && READERS[first.type];
  if (!first || !read) throw invalid('records', 'Records of this kind cannot be put on an agenda.');
  const ids = records.map(({ id }) => id);
  const { title, text, purpose, minutes, exhibit } = await read(scope, companyId, ids, first.label).catch((error) =>
    explained(error, first.type),
  );
  if (GROUPED.has(first.type) && exhibit.table === undefined)
    throw invalid('records', 'None of these is there any more. Reload the list and choose again.');
  return { title, text, purpose, minutes, exhibit };
}

/** The figures of records as they are now; those of a record that is gone stay what they were. */
export async function exhibitNow(
  scope: Scope,
  companyId: string,
  records: readonly LinkEnd[],
  before: Exhibit,
): Promise<Exhibit> {
  try {
    return (await subjectOf(scope, companyId, [...records])).exhibit;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return before;
    throw error;
  }
}
