import { useMemo, useState } from 'react';
import type { PortalBudget } from '../../../shared/portal/portal.ts';
import { keep, kept } from '../../lib/kept.ts';
import { type Draft, recalled, written } from './draft-answers.ts';

const keyOf = (userId: string) => `fairlead-answers-${userId}`;

/**
 * The answers that somebody has chosen and not sent: kept in this browser, for this person, so that "Finish later" loses
 * nothing. What no longer fits the budgets on screen is left out.
 */
export function useDraft(userId: string, budgets: readonly PortalBudget[]): [Draft, (next: Draft) => void] {
  const key = keyOf(userId);
  const [text, setText] = useState(() => kept(key));
  const draft = useMemo(() => recalled(budgets, text), [budgets, text]);
  const save = (next: Draft) => {
    const chosen = written(budgets, next);
    setText(chosen);
    keep(key, chosen);
  };
  return [draft, save];
}
