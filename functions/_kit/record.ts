import type { z } from 'zod';
import { changedMeanwhile } from '../../shared/kernel/error.ts';
import type { Source } from '../../shared/kernel/record.ts';
import type { Scope } from './scope.ts';

/**
 * Attributes that every entity of the table carries; spread first into an entity's attributes. `ttl` (epoch seconds)
 * only on rows that end.
 */
export const recordAttributes = {
  mspId: { type: 'string', required: true, readOnly: true },
  v: { type: 'number', required: true },
  createdAt: { type: 'string', required: true, readOnly: true },
  createdBy: { type: 'string', required: true, readOnly: true },
  updatedAt: { type: 'string', required: true },
  updatedBy: { type: 'string', required: true },
  source: { type: ['manual', 'sync', 'rule', 'import'] as const, required: true },
} as const;

/** Who made and changed a record, and when: what an entity's lists leave to its page (`withDetail`). */
export const STAMPS = ['createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'source'] as const;

/** What may be changed on condition that nobody else did: rows of `vault` carry this much of a stamp. */
export interface Versioned {
  v: number;
}

/** The same facts of a record, as the store reads and writes them. */
export interface Stamp extends Versioned {
  mspId: string;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  source: z.infer<typeof Source>;
}

/** A new record: the given fields plus MSP, version 1 and who made it when. */
export function stamped<T extends object>(scope: Scope, fields: T, source: Stamp['source'] = 'manual'): T & Stamp {
  const at = scope.now().toISOString();
  const by = scope.actor.userId;
  return { ...fields, mspId: scope.mspId, v: 1, createdAt: at, createdBy: by, updatedAt: at, updatedBy: by, source };
}

/** The next version of a record just read. Hand both to `change`. */
export function revised<T extends Stamp>(scope: Scope, current: T, set: Partial<T>): T {
  return { ...current, ...set, v: current.v + 1, updatedAt: scope.now().toISOString(), updatedBy: scope.actor.userId };
}

/**
 * The record, provided that the change was made from its present version; otherwise 409 that tells the version now stored.
 * The commit checks once more, for those who come in between.
 */
export function basedOn<T extends Stamp>(current: T, version: number, what: string): T {
  if (current.v !== version) throw changedMeanwhile(what, current.v);
  return current;
}
