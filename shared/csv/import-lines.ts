import type { ImportRow } from './import-rows.ts';
import type { ImportVerdict, WrittenRow } from './importing.ts';

/** A line of a file, with what would become of it or what keeps it from being imported. */
export interface ImportLine<Facts> {
  line: number;
  facts?: Facts;
  verdict?: ImportVerdict;
  /** What is wrong with it, by column where it is about one. */
  problems: { column?: string; sentence: string }[];
}

const again = (what: string, before: number) =>
  `This line is about the same ${what} as line ${before}. Only that one is imported.`;

/**
 * Lines ready to be checked; of several about one record the first one counts, the others say so.
 *
 * @param markOf what a line names its record with
 * @param what such a record, in a sentence
 */
export function linesOf<Facts>(
  rows: readonly ImportRow<Facts>[],
  markOf: (facts: Facts) => string,
  what: string,
): ImportLine<Facts>[] {
  const first = new Map<string, number>();
  return rows.map((row): ImportLine<Facts> => {
    if ('problems' in row) return { line: row.line, problems: row.problems };
    const mark = markOf(row.record);
    const before = first.get(mark);
    if (before === undefined) {
      first.set(mark, row.line);
      return { line: row.line, facts: row.record, problems: [] };
    }
    return { line: row.line, facts: row.record, problems: [{ sentence: again(what, before) }] };
  });
}

/** Facts of the lines that nothing is wrong with: those that are sent to be checked, in order. */
export function factsOf<Facts>(lines: readonly ImportLine<Facts>[]): Facts[] {
  return lines.flatMap(({ facts, problems }) => (facts && problems.length === 0 ? [facts] : []));
}

/**
 * Lines with the verdicts on those that were checked, in their order. Two lines may name one record differently: there, too,
 * the first one counts.
 *
 * @param columnOf the file's name for the column of a field
 */
export function withVerdicts<Facts>(
  lines: readonly ImportLine<Facts>[],
  verdicts: readonly ImportVerdict[],
  columnOf: (field: string) => string | undefined,
  what: string,
): ImportLine<Facts>[] {
  const left = [...verdicts];
  const first = new Map<string, number>();
  return lines.map((line) => {
    if (!line.facts || line.problems.length > 0) return line;
    const verdict = left.shift();
    if (!verdict) return line;
    if (verdict.outcome === 'refused') {
      const column = verdict.field && columnOf(verdict.field);
      return { ...line, problems: [{ ...(column ? { column } : {}), sentence: verdict.sentence }] };
    }
    const before = verdict.outcome === 'new' ? undefined : first.get(verdict.id);
    if (before !== undefined) return { ...line, problems: [{ sentence: again(what, before) }] };
    if (verdict.outcome !== 'new') first.set(verdict.id, line.line);
    return { ...line, verdict };
  });
}

/** What of the lines is to be written: the new ones, and those that change a record. */
export function writtenOf<Facts>(lines: readonly ImportLine<Facts>[]): WrittenRow<Facts>[] {
  return lines.flatMap(({ facts, verdict }) => {
    if (!facts || !verdict) return [];
    if (verdict.outcome === 'new') return [{ facts }];
    return verdict.outcome === 'changed' ? [{ facts, over: { id: verdict.id, v: verdict.v } }] : [];
  });
}

/** What would become of a line. */
export type Outcome = 'new' | 'changed' | 'same' | 'problem';
export const outcomeOf = ({ verdict, problems }: ImportLine<unknown>): Outcome => {
  if (problems.length > 0 || !verdict || verdict.outcome === 'refused') return 'problem';
  return verdict.outcome;
};

/** How many lines come to what. */
export function countOutcomes(lines: readonly ImportLine<unknown>[]): Record<Outcome, number> {
  const counts = { new: 0, changed: 0, same: 0, problem: 0 };
  for (const line of lines) counts[outcomeOf(line)] += 1;
  return counts;
}
