import type { z } from 'zod';

/** A fact's definition: what happened, in the past tense, with ids and changed field names only. */
export interface FactDefinition<Name extends string = string, Detail = unknown> {
  readonly name: Name;
  /** Raised when the meaning of the detail changes; consumers accept N and N-1. */
  readonly version: number;
  readonly detail: z.ZodType<Detail>;
  /** What happened, as a sentence, when an MSP may have it told to systems of its own; without it the fact stays in the house. */
  readonly outward?: string;
  /** Builds one occurrence for `commit`, which stamps event id, MSP, actor and time. */
  of(detail: Detail): NewFact<Name, Detail>;
}

/** True for a fact's definition, among whatever else a module exports. */
export function isFact(value: unknown): value is FactDefinition {
  return typeof value === 'object' && value !== null && 'name' in value && 'detail' in value && 'of' in value;
}

/** An occurrence handed to `commit`; it has no identity until the commit gives it one. */
export interface NewFact<Name extends string = string, Detail = unknown> {
  readonly name: Name;
  readonly version: number;
  readonly detail: Detail;
}

/**
 * Defines a fact `feature.noun.verb-in-past-tense`. The detail carries ids and changed field names, never bodies,
 * names of people, or secrets: facts leave the table and travel over the bus, and those with `outward` leave the house.
 */
export function fact<Name extends `${string}.${string}.${string}`, Detail>(
  name: Name,
  version: number,
  detail: z.ZodType<Detail>,
  outward?: string,
): FactDefinition<Name, Detail> {
  const of = (value: Detail) => ({ name, version, detail: detail.parse(value) });
  return { name, version, detail, of, ...(outward ? { outward } : {}) };
}
