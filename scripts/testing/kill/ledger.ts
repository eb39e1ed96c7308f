/** A record as the product acknowledged it last. */
export interface Entry {
  kind: string;
  id: string;
  v: number;
  /** What the writer had set, by field. */
  said: Readonly<Record<string, unknown>>;
  /** How often a write of it was acknowledged. */
  writes: number;
  /** Reads it again. */
  read: () => Promise<object>;
}

/** What writers were told: every write that was answered with success, and nothing else. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #lists = new Map<string, Promise<readonly object[]>>();
  /** Acknowledged writes so far. */
  count = 0;

  /** Notes an acknowledged write and hands the answer on. */
  note<T extends { v: number }>(
    answer: T,
    { kind, id, said = {}, read }: Pick<Entry, 'kind' | 'id' | 'read'> & Partial<Pick<Entry, 'said'>>,
  ): T {
    const before = this.#entries.get(id);
    this.#entries.set(id, {
      kind,
      id,
      v: answer.v,
      said: { ...before?.said, ...said },
      writes: (before?.writes ?? 0) + 1,
      read,
    });
    this.count += 1;
    this.#lists.clear();
    return answer;
  }

  /** A list that many records are looked up in: read once until the next write. */
  list<T extends object>(name: string, read: () => Promise<T[]>): Promise<readonly T[]> {
    const listed = this.#lists.get(name) ?? read();
    this.#lists.set(name, listed);
    return listed as Promise<readonly T[]>;
  }

  /** What was read before the product was started again counts no more. */
  forgetLists(): void {
    this.#lists.clear();
  }

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }
}
