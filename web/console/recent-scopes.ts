import { keep, kept } from '../lib/kept.ts';
import type { ScopeCompany } from '../ui/scope-switcher.tsx';

const KEY = 'fairlead-recent-clients';
const MOST = 5;

function ids(): string[] {
  try {
    const stored: unknown = JSON.parse(kept(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch (error) {
    // Something else may stand there by now: then there are no recent ones.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Clients chosen last in this browser, newest first; only those that the person still sees. */
export function recentScopes(known: readonly ScopeCompany[]): ScopeCompany[] {
  return ids().flatMap((id) => known.find((company) => company.id === id) ?? []);
}

/** Puts a client first among the recent ones. */
export function rememberScope(companyId: string): void {
  const next = [companyId, ...ids().filter((id) => id !== companyId)].slice(0, MOST);
  keep(KEY, JSON.stringify(next));
}
