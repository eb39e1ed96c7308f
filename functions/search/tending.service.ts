import { every } from '../../shared/kernel/every.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { SEARCH_TYPES } from '../../shared/search/search.ts';
import { sha256 } from '../_kit/new-id.ts';
import type { Scope } from '../_kit/scope.ts';
import { list as companiesOf } from '../companies/companies.service.ts';
import { refresh } from './indexing.service.ts';

const HOURS = 24;
const HOUR_MS = 3_600_000;

/** The hour of the day in which a client's turn is: spread evenly, the same every day. */
export function hourOf(companyId: string): number {
  return Number.parseInt(sha256(companyId).slice(0, 6), 16) % HOURS;
}

/**
 * Holds the index against the records of the clients whose hour it is, archived ones included, so that every client is gone
 * through once a day: what a lost fact left behind is put right, and what is older than the index comes into it.
 *
 * @param slot the instant at which the clock struck
 */
export async function tend(scope: Scope, slot: string): Promise<void> {
  const hour = Math.floor(Date.parse(slot) / HOUR_MS) % HOURS;
  const read = (status?: 'archived') =>
    every((cursor): Promise<Page<{ companyId: string }>> => companiesOf(scope, { status, limit: 100, cursor }));
  const companies = [...(await read()), ...(await read('archived'))];
  for (const { companyId } of companies) if (hourOf(companyId) === hour) await refresh(scope, companyId, SEARCH_TYPES);
}
