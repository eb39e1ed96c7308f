import { MANY_RECORDS } from '../../events/search.ts';
import type { SearchType } from '../../shared/search/search.ts';
import type { AnyFact } from '../_kit/on.ts';
import type { Scope } from '../_kit/scope.ts';
import { refresh, refreshOne } from './indexing.service.ts';

/** The id by which a fact about one record names it. */
const NAMED_BY: readonly (readonly [string, SearchType])[] = [
  ['deviceId', 'device'],
  ['goalId', 'goal'],
  ['plannerItemId', 'planner-item'],
  ['budgetId', 'budget'],
  ['meetingId', 'meeting'],
  ['reportId', 'report'],
];

/** Fields that decide whether and by what a record is found; of other changes nothing is even read. */
const TELLING = ['title', 'isArchived'];

interface About {
  companyId: string;
  fields?: string[];
  [id: string]: unknown;
}

/** One record was made, changed or taken away. @throws for a fact that names none */
export async function followOne(scope: Scope, { name, data }: AnyFact): Promise<void> {
  const { companyId, fields, ...ids } = data as About;
  if (fields && !fields.some((field) => TELLING.includes(field))) return;
  const named = NAMED_BY.find(([field]) => typeof ids[field] === 'string');
  if (!named) throw new Error(`${name} names no record that can be found.`);
  const [field, type] = named;
  await refreshOne(scope, { companyId, type, recordId: String(ids[field]) });
}

/** Types of records that a fact is about. @throws for a fact that is about none */
function typesOf(name: string): readonly SearchType[] {
  const about = MANY_RECORDS.find(({ fact }) => fact.name === name);
  if (!about) throw new Error(`${name} is about no records that can be found.`);
  return about.types;
}

/** What facts about many records must have in common for one look at them to answer all. */
export const lookOf = (data: unknown, name: string) => `${typesOf(name).join('+')} of ${(data as About).companyId}`;

/** Many records of a client were made, changed or taken away at once. */
export async function followMany(scope: Scope, data: unknown, name: string): Promise<void> {
  await refresh(scope, (data as About).companyId, typesOf(name));
}
