import type { FindingRow, Risk } from '../../../shared/findings/finding.ts';
import { RISK_ORDER } from './orders.ts';

export interface RiskGroup {
  risk: Risk;
  rows: FindingRow[];
  /** What fixing all of them may cost; absent when nothing is estimated or currencies differ. */
  toFix?: { minor: number; currency: string };
}

/** Rows under their risk, worst first, in the order they came; risks without rows are left out. */
export function groupsByRisk(rows: readonly FindingRow[]): RiskGroup[] {
  const byRisk = Map.groupBy(rows, (row) => row.risk);
  return RISK_ORDER.flatMap((risk) => {
    const own = byRisk.get(risk);
    return own ? [{ risk, rows: own, toFix: sumOf(own) }] : [];
  });
}

function sumOf(rows: readonly FindingRow[]): RiskGroup['toFix'] {
  const estimates = rows.flatMap(({ estimate }) => (estimate ? [estimate] : []));
  const [first] = estimates;
  if (!first || estimates.some(({ currency }) => currency !== first.currency)) return undefined;
  return { minor: estimates.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency };
}

/** The first sentence of an explanation: what a row has room for. */
export function firstSentence(text: string): string {
  return text.split(/(?<=[.!?])\s+/, 1)[0] ?? '';
}

const DAY_MS = 86_400_000;

/** Whole days since an instant. */
export function daysSince(iso: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(iso)) / DAY_MS));
}
