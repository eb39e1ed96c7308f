import { useMemo, useState } from 'react';
import type { PortalBudget } from '../../../shared/portal/portal.ts';
import { type Draft, recalled, written } from './draft-answers.ts';

const keyOf = (userId: string) => `fairlead-answers-${userId}`;

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch (error) {
    // A private window may refuse storage: the answers then live as long as the page.
    if (!(error instanceof DOMException)) throw error;
  }
}

/**
 * The answers that somebody has chosen and not sent: kept in this browser, for this person, so that "Finish later" loses
 * nothing. What no longer fits the budgets on screen is left out.
 */
export function useDraft(userId: string, budgets: readonly PortalBudget[]): [Draft, (next: Draft) => void] {
  const key = keyOf(userId);
  const [text, setText] = useState(() => read(key));
  const draft = useMemo(() => recalled(budgets, text), [budgets, text]);
  const save = (next: Draft) => {
    const kept = written(budgets, next);
    setText(kept);
    write(key, kept);
  };
  return [draft, save];
}
