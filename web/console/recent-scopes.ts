import type { ScopeCompany } from '../ui/scope-switcher.tsx';

const KEY = 'fairlead-recent-clients';
const MOST = 5;

function ids(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch (error) {
    // Storage may be closed to us, or hold something else by now: then there are no recent ones.
    if (error instanceof DOMException || error instanceof SyntaxError) return [];
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
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
