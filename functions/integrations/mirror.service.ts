import { change, type Op, put } from '../_kit/operations.ts';
import type { Versioned } from '../_kit/record.ts';
import type { AnyEntity } from '../_kit/store.ts';

/** A stored row of an entity. */
export type RowOf<E extends AnyEntity> = Parameters<typeof put<E>>[1];

const unaudited = { audit: false } as const;

/**
 * Write of a mirrored row: new, or the next version of the one just read. `row` carries its key attributes and everything
 * but the version.
 */
export function mirror<E extends AnyEntity>(
  entity: E,
  row: Omit<RowOf<E>, 'v'>,
  current: (RowOf<E> & Versioned) | undefined,
): Op {
  const v = (current?.v ?? 0) + 1;
  const next = { ...row, v } as RowOf<E> & Versioned;
  return current ? change(entity, current, next, unaudited) : put(entity, next, unaudited);
}
