import type { CommandSection } from './command-palette.tsx';

const most = 7;

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** How well a command answers the typed words: 0 not at all, 1 somewhere, 2 at the start of a word, 3 at the very start. */
export function score(command: { label: string; hint?: string; keywords?: string }, text: string): number {
  const label = fold(command.label);
  const all = fold([command.label, command.hint, command.keywords].filter(Boolean).join(' '));
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.every((word) => all.includes(word))) return 0;
  const [first = ''] = words;
  if (label.startsWith(first)) return 3;
  return label.split(/[\s\-/(]+/).some((word) => word.startsWith(first)) ? 2 : 1;
}

/**
 * What the palette shows: the known sections filtered and ranked by the typed text, then what the server found, at most seven
 * of each. Found ones of a known section join it; a record the server found that is known already is shown once. Empty
 * sections go.
 */
export function mergeSections(
  known: readonly CommandSection[],
  found: readonly CommandSection[],
  text: string,
): CommandSection[] {
  const wanted = text.trim();
  const own = known.map((section) => {
    if (wanted === '') return { ...section, items: section.items.slice(0, most) };
    const ranked = section.items
      .map((item) => ({ item, points: score(item, wanted) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points);
    return { ...section, items: ranked.slice(0, most).map(({ item }) => item) };
  });
  const seen = new Set(own.flatMap(({ items }) => items.map(({ id }) => id)));
  const more = (wanted === '' ? [] : found).map((section) => ({
    ...section,
    items: section.items.filter(({ id }) => !seen.has(id)),
  }));
  const joined = own.map((section) => {
    const others = more.find(({ id }) => id === section.id)?.items ?? [];
    return { ...section, items: [...section.items, ...others] };
  });
  const apart = more.filter(({ id }) => !own.some((section) => section.id === id));
  return [...joined, ...apart]
    .map((section) => ({ ...section, items: section.items.slice(0, most) }))
    .filter(({ items }) => items.length > 0);
}
