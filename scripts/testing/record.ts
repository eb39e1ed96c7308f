import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * What a run may find wrong: an effect that is missing, one that happened twice or without a cause, a record or figure that
 * stands otherwise than it should, a key of another MSP in a request, a secret where it can be read.
 */
export const VERDICTS = ['lost', 'doubled', 'drift', 'foreign', 'leaked'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Wrong {
  verdict: Verdict;
  /** One sentence. */
  says: string;
}

/** How many of each: `{ records: 214, figures: 12 }`. */
export type Counts = Readonly<Record<string, number>>;

/** One run in bad weather: of a story under a seed, of a flow with a crash point, or of the whole host that is killed. */
export interface Played {
  /** Of the story or flow; absent for the host. */
  feature?: string;
  seed?: number;
  /** A crash point: `17-before`. */
  point?: string;
  /** What was done to deliveries and to the host; what was done to calls is the local cloud's to count. */
  injected: Counts;
  checked: Counts;
  wrong: readonly Wrong[];
}

/** What a local cloud counted from its start to its end. */
export interface Hosted {
  struck: Counts;
  keys: { requests: number; keys: number; foreign: readonly string[] };
}

/** Adds a line to the record that `npm run faults` reads, if somebody keeps one. */
export function note(file: string | undefined, line: Played | Hosted): void {
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** Everything in a record: runs, and what their clouds counted. */
export function readRecord(file: string): { runs: Played[]; clouds: Hosted[] } {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const all = lines.map((line) => JSON.parse(line) as Played | Hosted);
  return {
    runs: all.filter((line): line is Played => 'wrong' in line),
    clouds: all.filter((line): line is Hosted => 'struck' in line),
  };
}

/** The same verdict on each of these sentences. */
export const all = (verdict: Verdict, sentences: readonly string[]): Wrong[] =>
  sentences.map((says) => ({ verdict, says }));

/** Adds counts up. */
export function sum(...all: readonly Counts[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [name, count] of all.flatMap(Object.entries)) total[name] = (total[name] ?? 0) + count;
  return total;
}
