import { createHash } from 'node:crypto';

/** Repeatable randomness: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  shuffle<T>(items: readonly T[]): T[];
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Starts a sequence (mulberry32 over a hash of the seed). */
export function randomFrom(seed: string): Random {
  let state = digest(seed).readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    shuffle: (items) =>
      items
        .map((item) => ({ item, rank: next() }))
        .sort((left, right) => left.rank - right.rank)
        .map(({ item }) => item),
  };
}

/** A stable GUID for a name within a seed, shaped like a version 4 one. */
export function guidOf(...parts: (string | number)[]): string {
  const hex = digest(parts.join('|')).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A stable secret-looking text for a name within a seed. */
export function opaqueOf(...parts: (string | number)[]): string {
  return digest(parts.join('|')).toString('base64url');
}
