import type { AgendaItem, Effect, Result } from '../../../../shared/meetings/agenda.ts';
import { EFFECT_WORDS } from '../../../../shared/meetings/words.ts';

export const PURPOSES: Record<AgendaItem['purpose'], string> = {
  inform: 'Information',
  discuss: 'Discussion',
  decide: 'Decision',
};

/** What a press says; the same word stands on the toast and in the minutes. */
export const SAY: Record<Exclude<Result, 'open'>, string> = {
  approved: 'Approve',
  deferred: 'Defer',
  declined: 'Decline',
  discussed: 'Discussed',
  skipped: 'Skip',
};

/** "Goes ahead on the roadmap, is answered in "IT budget FY27"." Budgets are told by their titles where they are known. */
export function effectsText(effects: readonly Effect[], titleOf: (id: string) => string | undefined): string {
  const told = effects.map(({ record, did }) => {
    const title = did === 'answered' ? titleOf(record.id) : undefined;
    return title ? `is answered in "${title}"` : EFFECT_WORDS[did];
  });
  const words = [...new Set(told)].join(', ');
  return words && `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
