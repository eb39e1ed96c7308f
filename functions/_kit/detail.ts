import type { EntityItem } from 'electrodb';
import type { AnyEntity } from './store.ts';

declare const detail: unique symbol;

/** An entity whose records are longer than what lists show of them. */
export type WithDetail<Name extends string> = { readonly [detail]: Name };

/** A record as an index holds it: without its detail. Nothing is written from it: ElectroDB misses what is required. */
export type Listed<E extends AnyEntity> = E extends WithDetail<infer Name> ? Omit<EntityItem<E>, Name> : EntityItem<E>;

const details = new WeakMap<AnyEntity, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

/**
 * Says which attributes of an entity no list shows: they stand in the row alone, and no index pays for them. Who made and
 * changed a record has to be among them, so that nobody can write a record that an index gave.
 */
export function withDetail<E extends AnyEntity, const Name extends string & keyof EntityItem<E>>(
  entity: E,
  names: readonly ['createdAt', ...Name[]],
): E & WithDetail<Name | 'createdAt'> {
  details.set(entity, new Set<string>(names));
  return entity as E & WithDetail<Name | 'createdAt'>;
}

/** Names of the attributes that no index holds. */
export const detailOf = (entity: AnyEntity): ReadonlySet<string> => details.get(entity) ?? NONE;
