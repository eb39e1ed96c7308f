import { dateIn } from '../../shared/kernel/date.ts';
import type { OneMeeting } from '../../shared/meetings/meeting.ts';
import { isUnresolved } from '../../shared/meetings/unresolved.ts';
import type { Scope } from '../_kit/scope.ts';
import type { AgendaItemRow } from './agenda-item.entity.ts';
import { freshItem } from './fresh-items.ts';
import { shownItem, type Whole } from './meeting-records.ts';

/** Records that items of a successor carry in one commit: two rows for each. */
const MOST_LINKED = 20;

/** What a meeting left unresolved, as items of the next one: since when it waits, and through how many meetings. */
export function carriedOver(scope: Scope, next: OneMeeting, { row, items }: Whole): AgendaItemRow[] {
  let linked = 0;
  return items
    .filter((item) => isUnresolved(shownItem(scope, item)))
    .flatMap((item) => {
      linked += item.records.length;
      if (linked > MOST_LINKED) return [];
      const { title, minutes, purpose, visibility, text, note, records, exhibit, exhibitAt, presenterId } = item;
      const { date, meetings } = item.openSince ?? { date: dateIn(row.timeZone, new Date(row.startsAt)), meetings: 0 };
      const openSince = { date, meetings: meetings + 1 };
      const facts = { title, minutes, purpose, visibility, text, note, records, exhibit, exhibitAt, openSince };
      return [freshItem(scope, next, { ...facts, ...(presenterId ? { presenterId } : {}) })];
    });
}

/** Parts that come back every time, as they were: words, time boxes and figures of their own. */
export function standingAgain(scope: Scope, next: OneMeeting, { items }: Whole): AgendaItemRow[] {
  return items
    .filter((item) => item.standing)
    .map(({ title, minutes, purpose, visibility, text, note, topic, presenterId }) =>
      freshItem(scope, next, {
        ...{ title, minutes, purpose, visibility, text, note, standing: true },
        ...(topic ? { topic } : {}),
        ...(presenterId ? { presenterId } : {}),
      }),
    );
}

/** An agenda with what is left of last time: right after the look back, or at the top where there is none. */
export function withCarried(standing: readonly AgendaItemRow[], carried: readonly AgendaItemRow[]): AgendaItemRow[] {
  const [first, ...rest] = standing;
  return first?.topic === 'open-actions' ? [first, ...carried, ...rest] : [...carried, ...standing];
}
