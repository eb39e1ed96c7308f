import { change, type Op, put } from '../_kit/operations.ts';
import type { Versioned } from '../_kit/record.ts';
import type { AnyEntity } from '../_kit/store.ts';

/** A stored row of an entity. */
export type RowOf<E extends AnyEntity> = Parameters<typeof put<E>>[1];

const unaudited = { audit: false } as const;

/** The keys of such a row say MSP, company and sort form already. */
const SAID_BY_KEY = ['mspId', 'companyId', 'sort'];

/**
 * A row that mirrors a vendor's record is kept as small as its lists need: MSP, company and sort form stand in its keys alone, when and
 * by what it changed stands in the run. (Fifty users of a list then cost three read units, not five.)
 */
function lean(op: Op): Op {
  return {
    ...op,
    build: () => {
      const { Put } = op.build() as { Put: { Item: Record<string, unknown> } };
      const Item = Object.fromEntries(Object.entries(Put.Item).filter(([name]) => !SAID_BY_KEY.includes(name)));
      return { Put: { ...Put, Item } };
    },
  };
}

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
  return lean(current ? change(entity, current, next, unaudited) : put(entity, next, unaudited));
}
