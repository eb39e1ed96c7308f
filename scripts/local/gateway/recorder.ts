import { isNamed } from '../functions/names.ts';

/** One kind of AWS call. `table` is set for DynamoDB only. */
export interface CallKind {
  service: string;
  operation: string;
  table?: string | undefined;
  function?: string | undefined;
}

/** Counts AWS calls by kind, refused ones included, so that tests can assert how many a page or a sync made. */
export class Recorder {
  readonly #counts = new Map<string, { kind: CallKind; count: number }>();

  note(kind: CallKind): void {
    const key = [kind.service, kind.operation, kind.table, kind.function].join('\n');
    const entry = this.#counts.get(key);
    if (entry) entry.count++;
    else this.#counts.set(key, { kind, count: 1 });
  }

  /** How many calls fit all given fields; functions may be named without their stage. */
  count(wanted: Partial<CallKind> = {}): number {
    const fields = Object.entries(wanted) as [keyof CallKind, string][];
    return this.all().reduce(
      (sum, { kind, count }) => (fields.every(([field, value]) => isNamed(kind[field], value)) ? sum + count : sum),
      0,
    );
  }

  all(): { kind: CallKind; count: number }[] {
    return [...this.#counts.values()];
  }

  reset(): void {
    this.#counts.clear();
  }
}
