import type { z } from 'zod';
import type { NewFact } from '../../events/define.ts';
import { sha256 } from '../_kit/new-id.ts';
import type { Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import type { ListingRequest } from './connectors/connector.ts';

export type { ListingRequest } from './connectors/connector.ts';

/** Where the rows of a pull belong. */
export interface Target {
  companyId: string;
  integrationId: string;
  /** The vendor's id and name of the organisation. */
  externalId: string;
  name: string;
}

/** A row as understood: a record, or why it could not be one, or that the vendor says it is gone. */
export type Reading<Content> =
  | { kind: 'record'; key: string; label: string; content: Content }
  | { kind: 'unreadable'; key: string; label: string; reason: string }
  | { kind: 'gone'; key: string };

export interface Changed<Content> {
  key: string;
  content: Content;
}

/** Writes that make records, and the records that cannot be kept yet, because what they belong to is not there: why. */
export interface Writes {
  ops: Op[];
  refused?: ReadonlyMap<string, string>;
}

/**
 * What the sync engine must know of one kind of rows. The feature that owns the records says how to read a row and which
 * writes make it a record; the engine decides when. `content` is compared by hash: it holds what is kept and nothing else,
 * fields always in the same order.
 */
export interface DataSet<Content = unknown> {
  name: string;
  /**
   * `full`: every listing is complete, what it lacks is removed. `changes`: like full at first, later only what changed.
   * `window`: the latest few; nothing is ever removed.
   */
  listing: 'full' | 'changes' | 'window';
  /**
   * In how many rows its content hashes are kept: 1 up to some thousand rows. With more, those of one page are written side
   * by side: then no two records may share a row.
   */
  parts: number;
  /** How many pages are looked at; all when absent. */
  pages?: number;
  /** @param first no listing of it was ever completed */
  request(first: boolean): ListingRequest;
  read(row: unknown, target: Target): Reading<Content>;
  /** Writes for records that are new or changed, judged against what is stored now. */
  write(scope: Scope, target: Target, changed: Changed<Content>[]): Promise<Writes>;
  /** Writes that remove records, those that are still there. */
  remove(scope: Scope, target: Target, keys: string[]): Promise<Op[]>;
  /** What is told when a listing that changed records of a client has come to its end; one that broke off tells nothing. */
  synced?(companyId: string): NewFact;
  /** The vendor's error codes that mean "this organisation has no such data", with the reason to show. */
  absent?: Readonly<Record<string, string>>;
}

/** The form in which a vendor's id enters a key: the first 96 bits of its SHA-256 in hex, plenty inside one company. */
export function vendorKey(id: string): string {
  return sha256(id).slice(0, 24);
}

function text(row: unknown, field: string): string | undefined {
  const value = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' && value !== '' ? value.slice(0, 120) : undefined;
}

/** Why a row was not understood, in words: the first field that is not as agreed. The row itself is not kept. */
export function unreadable(row: unknown, error: z.ZodError, idField = 'id', nameField = 'displayName') {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join('.') || 'row';
  const id = text(row, idField);
  return {
    kind: 'unreadable' as const,
    key: vendorKey(id ?? JSON.stringify(row ?? null)),
    label: text(row, nameField) ?? id ?? '(no name)',
    reason: `${field}: ${issue?.message ?? 'not as expected'}`.slice(0, 300),
  };
}

/** A removal that the vendor itself reports. Source: Microsoft Graph, "Use delta query to track changes". */
export function reportedGone(row: unknown): { kind: 'gone'; key: string } | undefined {
  const id = text(row, 'id');
  const removed = typeof row === 'object' && row !== null && '@removed' in row;
  return removed && id ? { kind: 'gone', key: vendorKey(id) } : undefined;
}
