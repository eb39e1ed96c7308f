import type { FindingStatus, Risk } from '../../../shared/findings/finding.ts';
import type { Feature } from '../../../shared/kernel/features.ts';
import { textParam, wordParam } from '../../lib/search.ts';
import { RISK_ORDER, SOURCE_ORDER, STATUS_ORDER } from './orders.ts';
import type { Filter } from './queries.ts';

/** What the address of a list of findings holds. `peek` is the open finding: its id, over all clients `company.finding`. */
export interface FindingSearch {
  /** Absent: those that need a decision. */
  status?: FindingStatus;
  risk?: Risk;
  source?: Feature;
  q?: string;
  peek?: string;
}

export function parseFindingSearch(raw: Record<string, unknown>): FindingSearch {
  const status = wordParam(raw, 'status', STATUS_ORDER);
  return {
    status: status === 'open' ? undefined : status,
    risk: wordParam(raw, 'risk', RISK_ORDER),
    source: wordParam(raw, 'source', SOURCE_ORDER),
    q: textParam(raw, 'q'),
    peek: textParam(raw, 'peek'),
  };
}

/** What the API is asked for an address. */
export function filterOf({ status = 'open', risk, source, q }: FindingSearch): Filter {
  return { status, risk, raisedBy: source, q };
}

/** The finding that a `peek` points at; undefined when it points at none. */
export function peekedOf(
  peek: string | undefined,
  companyId: string | undefined,
): { companyId: string; findingId: string } | undefined {
  if (!peek) return undefined;
  if (companyId) return { companyId, findingId: peek };
  const [owner, findingId] = peek.split('.');
  return owner && findingId ? { companyId: owner, findingId } : undefined;
}

/** The way `peek` and the list name a finding. */
export function rowIdOf(row: { companyId: string; findingId: string }, companyId: string | undefined): string {
  return companyId ? row.findingId : `${row.companyId}.${row.findingId}`;
}
