import type { AgendaItem } from '../../shared/meetings/agenda.ts';
import type { Minutes } from '../../shared/meetings/minutes.ts';
import { AS_PRESENTED, EFFECT_WORDS, RESULT_WORDS, valueText } from '../../shared/meetings/words.ts';
import type { Section } from '../_kit/mail.ts';

/** The agenda as the client reads it in the invitation. */
export function agendaSection(items: readonly AgendaItem[]): Section[] {
  const seen = items.filter(({ visibility }) => visibility === 'client');
  if (seen.length === 0) return [];
  const line = ({ title, minutes, purpose }: AgendaItem) =>
    `${title}\t${minutes} min${purpose === 'decide' ? ', to decide' : ''}`;
  return [{ heading: 'Agenda', lines: seen.map(line) }];
}

const ended = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);

/** Minutes item by item: what was said, what it does, and what was promised. */
export function minutesSections({ items, actions, present }: Minutes, locale: string): Section[] {
  const talked = items.map(({ title, result, decidedBy, note, facts, effects }) => {
    const word = `${RESULT_WORDS[result]}${decidedBy ? ` by ${decidedBy}` : ''}`;
    const figures = facts.map(({ label, value }) => `${label} ${valueText(value, locale)}`).join(', ');
    const stood = figures && effects.length > 0 ? `${AS_PRESENTED}: ${figures}` : figures;
    const did = [...new Set(effects.map(({ did: what }) => EFFECT_WORDS[what]))].map((what) => `It ${what}`);
    const parts = [word, ...did, stood, note].filter(Boolean).map(ended);
    return `${title}\t${parts.join(' ')}`;
  });
  const promised = actions.map(({ text, owner, dueDate, done }) => {
    const by = dueDate ? `by ${valueText({ kind: 'date', date: dueDate }, locale)}` : '';
    const who = [owner ?? 'Nobody yet', by].filter(Boolean).join(', ');
    return `${text}\t${who}${done ? ', done' : ''}`;
  });
  return [
    { heading: 'What we talked about', lines: talked },
    ...(promised.length > 0 ? [{ heading: 'What happens next', lines: promised }] : []),
    ...(present.length > 0 ? [{ heading: 'Present', lines: [present.join(', ')] }] : []),
  ];
}
