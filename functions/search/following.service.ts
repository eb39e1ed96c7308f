import { MANY_RECORDS } from '../../events/search.ts';
import type { SearchType } from '../../shared/search/search.ts';
import type { Scope } from '../_kit/scope.ts';
import { refresh, refreshOne } from './indexing.service.ts';
import type { OneRecord } from './records.ts';

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

/** The record that a fact names; none when nothing of it has changed that it is found by. @throws for a fact that names none */
function recordNamed(data: unknown, name: string): OneRecord | undefined {
  const { companyId, fields, ...ids } = data as About;
  if (fields && !fields.some((field) => TELLING.includes(field))) return undefined;
  const named = NAMED_BY.find(([field]) => typeof ids[field] === 'string');
  if (!named) throw new Error(`${name} names no record that can be found.`);
  const [field, type] = named;
  return { companyId, type, recordId: String(ids[field]) };
}

/** What facts about one record must have in common for one look at it to answer all. */
export const lookAtOne = (data: unknown, name: string): string => {
  const record = recordNamed(data, name);
  return record ? `${record.type} ${record.recordId}` : 'nothing to look at';
};

/** One record was made, changed or taken away. */
export async function followOne(scope: Scope, data: unknown, name: string): Promise<void> {
  const record = recordNamed(data, name);
  if (record) await refreshOne(scope, record);
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
