import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { changeOf } from './change.ts';

const Change = changeOf({ name: z.string(), seats: z.int().default(0) }).extend({ v: z.int() });

describe('a change', () => {
  it('moves the named fields and no other, whatever their defaults', () => {
    expect(Change.parse({ v: 1, name: 'x' })).toEqual({ v: 1, name: 'x' });
    expect(Change.parse({ v: 1, seats: 3 })).toEqual({ v: 1, seats: 3 });
  });

  it('keeps each field its own rules, and refuses fields that it does not know', () => {
    expect(Change.safeParse({ v: 1, seats: 'three' }).success).toBe(false);
    expect(Change.safeParse({ v: 1, colour: 'red' }).success).toBe(false);
  });
});
