import type { ImportRow } from '../csv/import-rows.ts';
import { nameKey } from '../kernel/text.ts';
import type { ImportedFacts, ImportVerdict } from './device-import.ts';
import { serialKey, serialOf } from './serial.ts';

/** A line of a file, with what would become of it or what keeps it from being imported. */
export interface ImportLine {
  line: number;
  facts?: ImportedFacts;
  verdict?: ImportVerdict;
  /** What is wrong with it, by column where it is about one. */
  problems: { column?: string; sentence: string }[];
}

const markOf = ({ serial, name }: ImportedFacts) => {
  const real = serialOf(serial);
  return real ? `serial ${serialKey(real)}` : `name ${nameKey(name)}`;
};

/** Lines ready to be checked; of several about one device the first one counts, the others say so. */
export function linesOf(rows: readonly ImportRow<ImportedFacts>[]): ImportLine[] {
  const first = new Map<string, number>();
  return rows.map((row): ImportLine => {
    if ('problems' in row) return { line: row.line, problems: row.problems };
    const mark = markOf(row.record);
    const before = first.get(mark);
    if (before === undefined) {
      first.set(mark, row.line);
      return { line: row.line, facts: row.record, problems: [] };
    }
    const sentence = `This line is about the same device as line ${before}. Only that one is imported.`;
    return { line: row.line, facts: row.record, problems: [{ sentence }] };
  });
}

/** Lines with the verdicts on those that were checked, in their order. */
export function withVerdicts(lines: readonly ImportLine[], verdicts: readonly ImportVerdict[]): ImportLine[] {
  const left = [...verdicts];
  return lines.map((line) => {
    if (!line.facts || line.problems.length > 0) return line;
    const verdict = left.shift();
    if (!verdict) return line;
    return verdict.outcome === 'refused'
      ? { ...line, problems: [{ sentence: verdict.sentence }] }
      : { ...line, verdict };
  });
}

/** What would become of a line. */
export type Outcome = 'new' | 'changed' | 'same' | 'problem';
export const outcomeOf = ({ verdict, problems }: ImportLine): Outcome => {
  if (problems.length > 0 || !verdict || verdict.outcome === 'refused') return 'problem';
  return verdict.outcome;
};

/** How many lines come to what. */
export function countOutcomes(lines: readonly ImportLine[]): Record<Outcome, number> {
  const counts = { new: 0, changed: 0, same: 0, problem: 0 };
  for (const line of lines) counts[outcomeOf(line)] += 1;
  return counts;
}
