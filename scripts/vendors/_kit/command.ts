import type { z } from 'zod';

type Arguments<S extends z.ZodType> = undefined extends z.input<S> ? [input?: z.input<S>] : [input: z.input<S>];

/** A change that the world refuses; the sentence says which name is wrong. */
export class WorldChangeError extends Error {}

/** A control command: its input is checked the same way in process and over HTTP. Throws `ZodError` for a wrong input. */
export function command<S extends z.ZodType, R>(input: S, run: (input: z.output<S>) => R) {
  return (...[value]: Arguments<S>): R => run(input.parse(value));
}
