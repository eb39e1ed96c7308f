/** Where an item can be sent without dragging it. */
export const WAYS = ['first', 'up', 'down', 'last'] as const;
export type Way = (typeof WAYS)[number];

export const WAY_WORDS: Record<Way, string> = {
  first: 'Move to the top',
  up: 'Move up',
  down: 'Move down',
  last: 'Move to the end',
};

/** The place that a way leads to; undefined where an item is there already. */
export function placeAt(way: Way, at: number, count: number): number | undefined {
  const to = { first: 0, up: at - 1, down: at + 1, last: count - 1 }[way];
  return to === at || to < 0 || to >= count ? undefined : to;
}

/** The same list with one of its members at another place. A member that it lacks changes nothing. */
export function movedTo<Item>(items: readonly Item[], item: Item, place: number): Item[] {
  if (!items.includes(item)) return [...items];
  return items.filter((one) => one !== item).toSpliced(place, 0, item);
}

/** The place of an item that is dropped before or behind another one. */
export function droppedAt(from: number, over: number, behind: boolean): number {
  const gap = behind ? over + 1 : over;
  return from < gap ? gap - 1 : gap;
}

/** Where an item stood: the id that stood before it, so that it finds its place again in a list that changed meanwhile. */
export const placeBehind = (ids: readonly string[], before: string | undefined): number =>
  before === undefined ? 0 : ids.includes(before) ? ids.indexOf(before) + 1 : ids.length;
