/** One line of the bench: what was measured, what it may be, what it is. */
export interface Row {
  section: string;
  what: string;
  /** Empty where the house sets none: then the line only informs. */
  target: string;
  measured: string;
  verdict: 'ok' | 'missed' | '';
  note?: string;
}

/** A measured figure against its upper bound. */
export function atMost(
  section: string,
  what: string,
  measured: number,
  bound: number,
  unit: string,
  note?: string,
): Row {
  const figure = (value: number) => `${rounded(value)}${unit ? ` ${unit}` : ''}`;
  return {
    section,
    what,
    target: `<= ${figure(bound)}`,
    measured: figure(measured),
    verdict: measured <= bound ? 'ok' : 'missed',
    ...(note ? { note } : {}),
  };
}

/** A measured figure against its lower bound. */
export function atLeast(
  section: string,
  what: string,
  measured: number,
  bound: number,
  unit: string,
  note?: string,
): Row {
  const row = atMost(section, what, measured, bound, unit, note);
  return { ...row, target: row.target.replace('<=', '>='), verdict: measured >= bound ? 'ok' : 'missed' };
}

/** A figure that the house sets no bound for. */
export function told(section: string, what: string, measured: string, note?: string): Row {
  return { section, what, target: '', measured, verdict: '', ...(note ? { note } : {}) };
}

function rounded(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(digits)).toLocaleString('en-US');
}

/** The middle one of some figures. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** What stands before the rows: under which circumstances they were measured. */
export interface Circumstances {
  at: string;
  node: string;
  cpus: number;
  /** Load average over one minute at the start and at the end. */
  load: [number, number];
}

export interface Report {
  circumstances: Circumstances;
  rows: Row[];
}

function circumstance({ at, node, cpus, load }: Circumstances): string {
  const [before, after] = load.map((value) => value.toFixed(1));
  return `${at.slice(0, 10)}, Node ${node}, ${cpus} cores, load average ${before} at the start and ${after} at the end`;
}

/** For a terminal. */
export function asText({ circumstances, rows }: Report): string {
  const width = (field: 'what' | 'target' | 'measured') => Math.max(...rows.map((row) => row[field].length), 8);
  const widths = { what: width('what'), target: width('target'), measured: width('measured') };
  const lines = [circumstance(circumstances)];
  let section = '';
  for (const row of rows) {
    if (row.section !== section) lines.push('', row.section);
    section = row.section;
    const cells = [
      row.what.padEnd(widths.what),
      row.target.padEnd(widths.target),
      row.measured.padEnd(widths.measured),
    ];
    lines.push(`  ${[...cells, row.verdict.padEnd(6), row.note ?? ''].join('  ').trimEnd()}`);
  }
  const missed = rows.filter(({ verdict }) => verdict === 'missed').length;
  const judged = rows.filter(({ verdict }) => verdict !== '').length;
  return [...lines, '', `${judged - missed} of ${judged} targets kept, ${missed} missed`].join('\n');
}

/** For a README: one table, sections as rows of their own. */
export function asMarkdown({ circumstances, rows }: Report): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const lines = ['| what | target | measured | |', '|---|---|---|---|'];
  let section = '';
  for (const row of rows) {
    if (row.section !== section) lines.push(`| **${cell(row.section)}** | | | |`);
    section = row.section;
    const note = [row.verdict, row.note].filter(Boolean).join('; ');
    lines.push(`| ${[row.what, row.target, row.measured, note].map(cell).join(' | ')} |`);
  }
  return [`Measured ${circumstance(circumstances)}.`, '', ...lines].join('\n');
}
