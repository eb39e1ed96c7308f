import type { Feature } from '../kernel/features.ts';
import { SECTIONS } from './sections.gen.ts';

/** What is known of a section before anything is read for it. */
export interface SectionFacts {
  id: string;
  title: string;
  /** What it shows, for whoever chooses. */
  detail: string;
  /** It stands in the order that reports begin with until the MSP keeps one of its own. */
  usual: boolean;
  /** Why it is left out, in a few words. */
  absent: string;
  needs?: Need;
}

/**
 * The figures of a client without which there is certainly nothing to show: the sum of these, or, when none is named, that the
 * feature keeps figures at all. `tells` says the sum: "{} open".
 */
export interface Need {
  of: Feature;
  figures: readonly string[];
  tells?: string;
}

const BY_ID = new Map(SECTIONS.map((facts) => [facts.id, facts]));

export const sectionFacts = (id: string): SectionFacts | undefined => BY_ID.get(id);
export const USUAL: readonly string[] = SECTIONS.filter(({ usual }) => usual).map(({ id }) => id);

/** A feature's figures of a client, as its overview has them. */
interface Summary {
  feature: string;
  figures: Readonly<Record<string, unknown>>;
}

function weightOf(figures: Summary['figures'], path: string): number {
  const value = path
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? at[name as keyof typeof at] : undefined),
      figures,
    );
  return typeof value === 'number' ? value : value === undefined || value === null ? 0 : 1;
}

/**
 * What can be said of a section before the report is made: that it will be left out, and what it is about. Where the figures
 * do not tell, nothing is said.
 */
export function outlook(
  { needs, absent }: SectionFacts,
  summaries: readonly Summary[],
): { leftOut: boolean; says: string } {
  if (!needs) return { leftOut: false, says: '' };
  const own = summaries.find(({ feature }) => feature === needs.of);
  const sum = own ? needs.figures.reduce((all, path) => all + weightOf(own.figures, path), 0) : 0;
  if (!own || (needs.figures.length > 0 && sum === 0)) return { leftOut: true, says: absent };
  return { leftOut: false, says: needs.tells?.replace('{}', String(Math.round(sum))) ?? '' };
}
