import { sum, type Wrong } from '../../../../scripts/testing/record.ts';
import type { Feature } from '../../../../shared/kernel/features.ts';
import { audited, delivered, type Looked, secret, unique, walledOff } from './invariants.ts';
import type { Told } from './picture.ts';
import { keptFigures, recounted } from './recount.ts';

/** How a story has ended, for whoever looks at it. */
interface Ended {
  mspId: string;
  records: readonly Told[];
  /** Bodies of all facts that were told. */
  facts: readonly string[];
  secrets: readonly string[];
  /** Features whose subscribers have heard everything. */
  hearing: readonly Feature[];
}

/** Looks at every law that holds at the end of any story, whatever it was about. */
export async function ending({ mspId, records, facts, secrets, hearing }: Ended): Promise<Looked> {
  const looked = [
    unique(records),
    audited(records),
    keptFigures(records),
    await recounted(mspId, records, hearing),
    await delivered(mspId, records),
    await walledOff(mspId),
    await secret(secrets, records, facts),
  ];
  return {
    checked: { records: records.length, facts: facts.length, ...sum(...looked.map(({ checked }) => checked)) },
    wrong: looked.flatMap(({ wrong }) => wrong),
  };
}

/**
 * What two pictures differ in: lines of an entity that are missing (`lost`) or too many (`doubled`), and as many as there
 * should be with another text (`drift`).
 */
export function differences(expected: readonly string[], found: readonly string[]): Wrong[] {
  const [missing, extra] = [minus(expected, found), minus(found, expected)];
  const entities = new Set([...missing, ...extra].map(entityOf));
  return [...entities].flatMap((entity): Wrong[] => {
    const [gone, more] = [missing, extra].map((lines) => lines.filter((line) => entityOf(line) === entity));
    const pairs = Math.min(gone?.length ?? 0, more?.length ?? 0);
    const drifted = (gone ?? []).slice(0, pairs).map((line, at): Wrong => {
      return { verdict: 'drift', says: `${line} became ${more?.[at]}` };
    });
    const lost = (gone ?? []).slice(pairs).map((says): Wrong => ({ verdict: 'lost', says: `Missing: ${says}` }));
    const doubled = (more ?? []).slice(pairs).map((says): Wrong => ({ verdict: 'doubled', says: `Too many: ${says}` }));
    return [...drifted, ...lost, ...doubled];
  });
}

const entityOf = (line: string) => line.slice(0, line.indexOf(' '));

/** The lines of one list that the other does not have, each as often as it is missing. */
function minus(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
