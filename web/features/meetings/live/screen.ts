import type { AgendaItem, Result } from '../../../../shared/meetings/agenda.ts';
import type { Exhibit } from '../../../../shared/meetings/exhibit.ts';
import { NOTHING } from '../../../../shared/meetings/kinds.ts';

/** An item as the client sees it. An allow-list: the presenter's note has no place in it. */
export interface ScreenItem {
  id: string;
  /** Its place among the items that the client sees. */
  position: number;
  of: number;
  title: string;
  text: string;
  purpose: AgendaItem['purpose'];
  exhibit: Exhibit;
  openSince?: AgendaItem['openSince'];
  said?: { result: Result; by?: string };
}

/** What stands on the screen that everybody looks at. */
export interface Screen {
  title: string;
  company: string;
  item?: ScreenItem;
  paused: boolean;
}

/** Items that the client sees, in their order: internal ones are skipped and not counted. */
export const clientItems = (items: readonly AgendaItem[]) => items.filter(({ visibility }) => visibility === 'client');

/** An item for the screen; nothing for one that only staff see. */
export function screenItem(items: readonly AgendaItem[], id: string | undefined): ScreenItem | undefined {
  const seen = clientItems(items);
  const index = seen.findIndex((item) => item.agendaItemId === id);
  const item = seen[index];
  if (!item) return undefined;
  const { agendaItemId, title, text, purpose, exhibit, withheld, openSince, said } = item;
  return {
    ...{ id: agendaItemId, position: index + 1, of: seen.length, title, text, purpose },
    exhibit: withheld ? NOTHING : exhibit,
    ...(openSince ? { openSince } : {}),
    ...(said ? { said: { result: said.result, ...(said.by ? { by: said.by.name } : {}) } } : {}),
  };
}

/**
 * The item that the client looks at while the presenter is at `shown`: the same, or at an internal one, what was on the screen
 * before.
 */
export function onScreen(items: readonly AgendaItem[], shown: string | undefined, before: string | undefined) {
  return screenItem(items, shown) ?? screenItem(items, before);
}

/** The item before (-1) or after (1) this one; internal ones are stepped over while the presenter hides their side. */
export function stepTo(
  items: readonly AgendaItem[],
  from: string | undefined,
  by: -1 | 1,
  clientOnly: boolean,
): AgendaItem | undefined {
  const at = items.findIndex(({ agendaItemId }) => agendaItemId === from);
  const ahead = by === 1 ? items.slice(at + 1) : items.slice(0, Math.max(0, at)).reverse();
  return ahead.find(({ visibility }) => !clientOnly || visibility === 'client');
}
