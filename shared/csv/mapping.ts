import { nameKey } from '../kernel/text.ts';
import type { CsvColumn } from './read.ts';

/** A field that an import can fill. */
export interface ImportField {
  name: string;
  /** As the page calls it. */
  title: string;
  /** Other names that files use for it, in any case and with or without accents. */
  synonyms: readonly string[];
  required?: boolean;
}

/** Which column fills a field, by the field's name; fields without a column are left as they are. */
export type Mapping = Readonly<Record<string, number>>;

/** Words of a name: case, accents, punctuation and camel case do not count. */
function words(name: string): string[] {
  return nameKey(name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2'))
    .split(' ')
    .filter((word) => word !== '');
}

/**
 * How like a header is to a name, 0 to 1: 1 for the same letters, else the share of the header's words that the name has, when
 * it has all of its own among them.
 */
function likeness(header: string, name: string): number {
  const [ours, theirs] = [words(name), words(header)];
  if (ours.length === 0 || theirs.length === 0) return 0;
  if (ours.join('') === theirs.join('')) return 1;
  return ours.every((word) => theirs.includes(word)) ? (0.9 * ours.length) / theirs.length : 0;
}

/** Half the words are too few: "User name" is no name of a device, "Serial number of the dock" no serial number of it. */
const LEAST = 0.5;

/** By how much a synonym counts less than the field's own name. */
const SYNONYM = 0.99;

/**
 * A first mapping by the headers: the most alike first, no column and no field twice. A person looks at it before anything is
 * imported.
 */
export function guessMapping(columns: readonly CsvColumn[], fields: readonly ImportField[]): Mapping {
  const pairs = fields.flatMap(({ name, title, synonyms }) =>
    columns.map(({ index, name: header }) => {
      const own = Math.max(likeness(header, title), likeness(header, name));
      const other = Math.max(0, ...synonyms.map((each) => likeness(header, each)));
      return { name, index, like: Math.max(own, other * SYNONYM) };
    }),
  );
  const mapping: Record<string, number> = {};
  const used = new Set<number>();
  for (const { name, index, like } of pairs.toSorted((a, b) => b.like - a.like)) {
    if (like < LEAST || used.has(index) || Object.hasOwn(mapping, name)) continue;
    mapping[name] = index;
    used.add(index);
  }
  return mapping;
}

/** What is wrong with a mapping, one sentence each; none when it will do. */
export function mappingFaults(
  mapping: Mapping,
  columns: readonly CsvColumn[],
  fields: readonly ImportField[],
): string[] {
  const faults = fields
    .filter(({ name, required }) => required && !Object.hasOwn(mapping, name))
    .map(({ title }) => `Choose the column for ${title}.`);
  const users = Map.groupBy(Object.entries(mapping), ([, index]) => index);
  for (const [index, entries] of users) {
    const titles = entries.map(([name]) => fields.find((field) => field.name === name)?.title ?? name);
    const column = columns.find((each) => each.index === index);
    if (!column) faults.push(`The column chosen for ${titles.join(' and ')} is not in the file.`);
    else if (titles.length > 1) faults.push(`"${column.name}" is chosen for ${titles.join(' and ')}. Choose one.`);
  }
  for (const name of Object.keys(mapping)) {
    if (!fields.some((field) => field.name === name)) faults.push(`There is no field "${name}" to fill.`);
  }
  return faults;
}
