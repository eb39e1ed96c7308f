import { dateIn } from '../../shared/kernel/date.ts';
import type { OneMeeting } from '../../shared/meetings/meeting.ts';
import { isUnresolved } from '../../shared/meetings/unresolved.ts';
import type { Scope } from '../_kit/scope.ts';
import type { AgendaItemRow } from './agenda-item.entity.ts';
import { freshItem } from './fresh-items.ts';
import { shownItem, type Whole } from './meeting-records.ts';

/** Since when an item waits, and through how many meetings that were held. */
function openSince({ row }: Whole, item: AgendaItemRow): Pick<AgendaItemRow, 'openSince'> {
  if (row.status === 'cancelled') return item.openSince ? { openSince: item.openSince } : {};
  const { date, meetings } = item.openSince ?? { date: dateIn(row.timeZone, new Date(row.startsAt)), meetings: 0 };
  return { openSince: { date, meetings: meetings + 1 } };
}

/** What a meeting left unresolved, as items of the next one; of a cancelled one that is everything. */
export function carriedOver(scope: Scope, next: OneMeeting, whole: Whole): AgendaItemRow[] {
  return whole.items
    .filter((item) => isUnresolved(shownItem(scope, item)))
    .map((item) => {
      const { title, minutes, purpose, visibility, text, note, records, exhibit, exhibitAt, presenterId } = item;
      const facts = { title, minutes, purpose, visibility, text, note, records, exhibit, exhibitAt };
      const waiting = openSince(whole, item);
      return freshItem(scope, next, { ...facts, ...waiting, ...(presenterId ? { presenterId } : {}) });
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
