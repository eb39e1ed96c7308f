import { sha256 } from '../_kit/new-id.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import { type LastPage, ManifestEntity, type ManifestRow } from './manifest.entity.ts';

const MOST_PARTS = 256;
const unaudited = { audit: false, what: 'manifest' } as const;

/** A content hash: 64 bits tell versions of one row apart. */
export const contentHash = (content: unknown): string => sha256(JSON.stringify(content)).slice(0, 16);

/** Marks of rows in quarantine: never read so far, or known from before. */
const UNREAD = 'q';
const KNOWN_UNREAD = 'Q';

export const inQuarantine = (hash: string | undefined) => hash?.startsWith(UNREAD) || hash?.startsWith(KNOWN_UNREAD);
/** True when a record stands behind the key. */
export const isRecord = (hash: string | undefined) => hash !== undefined && !hash.startsWith(UNREAD);

/** The hash of a row that could not be read, for this reason. */
export function quarantineHash(before: string | undefined, reason: string): string {
  return `${isRecord(before) ? KNOWN_UNREAD : UNREAD}${contentHash(reason)}`;
}

interface Of {
  integrationId: string;
  companyId: string;
  dataSet: string;
}

const NO_PAGE: LastPage = { runId: '', page: 0, created: [], changed: [] };

/** The content hashes of one data set of one company, as stored when read last. */
export class Manifest {
  readonly #of: Of;
  readonly #parts: number;
  readonly #rows = new Map<number, ManifestRow>();

  private constructor(of: Of, parts: number) {
    this.#of = of;
    this.#parts = parts;
  }

  static async read(scope: Scope, of: Of, parts: number): Promise<Manifest> {
    const manifest = new Manifest(of, parts);
    const query = ManifestEntity.query.ofCompany({ mspId: scope.mspId, ...of });
    const rows = await all(scope, ManifestEntity, query, { most: MOST_PARTS, consistent: true });
    for (const row of rows) manifest.#rows.set(row.part, row);
    return manifest;
  }

  /** Reads one part as it is stored now; the others may be at work. */
  async reread(scope: Scope, part: number): Promise<void> {
    const get = ManifestEntity.get({ mspId: scope.mspId, ...this.#of, part });
    const row = await find(scope, ManifestEntity, get, { consistent: true });
    if (row) this.#rows.set(part, row);
    else this.#rows.delete(part);
  }

  partOf(key: string): number {
    return Number.parseInt(key.slice(0, 6), 16) % this.#parts;
  }

  hash(key: string): string | undefined {
    return this.#rows.get(this.partOf(key))?.hashes[key];
  }

  last(part: number): LastPage {
    return this.#rows.get(part)?.last ?? NO_PAGE;
  }

  keys(): string[] {
    return [...this.#rows.values()].flatMap((row) => Object.keys(row.hashes));
  }

  /**
   * The write that sets hashes of one part (undefined removes), and what to do once it is committed.
   *
   * @param keep of the hashes stored so far; all when absent
   */
  set(
    scope: Scope,
    part: number,
    hashes: ReadonlyMap<string, string | undefined>,
    last: LastPage,
    keep?: (key: string) => boolean,
  ): { op: Op; done: () => void } {
    const before = this.#rows.get(part);
    const kept = Object.entries(before?.hashes ?? {}).filter(([key]) => keep?.(key) ?? true);
    const next: Record<string, string> = Object.fromEntries(kept);
    for (const [key, hash] of hashes) {
      if (hash === undefined) delete next[key];
      else next[key] = hash;
    }
    const row = before
      ? revised(scope, before, { hashes: next, last })
      : stamped(scope, { ...this.#of, part, hashes: next, last }, 'sync');
    return {
      op: before ? change(ManifestEntity, before, row, unaudited) : put(ManifestEntity, row, unaudited),
      done: () => this.#rows.set(part, row),
    };
  }
}
