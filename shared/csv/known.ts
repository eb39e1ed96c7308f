import { nameKey } from '../kernel/text.ts';

/** What names one record: a mark of its own (a serial number, an address) where it has one, and its name. */
export interface Named {
  mark?: string | undefined;
  name: string;
}

/**
 * Records by what a line of a file can name them with; what several bear names none.
 *
 * @param namedBy how a record is named
 * @param idOf id that a line gives to the record it makes
 */
export class Known<R, Line> {
  readonly #byMark = new Map<string, R | 'several'>();
  readonly #byName = new Map<string, R | 'several'>();
  readonly #byId = new Map<string, R>();
  readonly #namedBy: (one: R | Line) => Named;
  readonly #idOf: (line: Line) => string;

  constructor(
    records: readonly R[],
    {
      id,
      namedBy,
      idOf,
    }: { id: (record: R) => string; namedBy: (one: R | Line) => Named; idOf: (line: Line) => string },
  ) {
    this.#namedBy = namedBy;
    this.#idOf = idOf;
    for (const record of records) {
      const { mark, name } = namedBy(record);
      this.#byId.set(id(record), record);
      if (mark) this.#byMark.set(mark, this.#byMark.has(mark) ? 'several' : record);
      this.#byName.set(nameKey(name), this.#byName.has(nameKey(name)) ? 'several' : record);
    }
  }

  /**
   * The record that a line means: by mark, else by name when that does not contradict, else the one that this very line
   * made before, whatever it is called now.
   */
  find(line: Line): R | 'several' | undefined {
    const { mark, name } = this.#namedBy(line);
    const same = mark && this.#byMark.get(mark);
    if (same) return same;
    return this.#byOwnName(mark, name) ?? this.#byId.get(this.#idOf(line));
  }

  #byOwnName(mark: string | undefined, name: string): R | 'several' | undefined {
    const named = this.#byName.get(nameKey(name));
    if (!named || named === 'several') return mark ? undefined : named;
    const other = this.#namedBy(named).mark;
    return mark && other ? undefined : named;
  }
}
