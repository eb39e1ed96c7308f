import type { Actor } from '../../shared/kernel/actor.ts';
import { Units } from './units.ts';

/**
 * Who acts, for which MSP, and by which call. Every service verb takes it first: there is no query without one, and no
 * way to the table but the store that reads it.
 */
export interface Scope {
  readonly mspId: string;
  readonly actor: Actor;
  /** The one clock. Rules and records never ask the machine. */
  readonly now: () => Date;
  readonly requestId: string;
  /** `feature.verb` for audit and logs. */
  readonly operation: string;
  /** Which data role the store assumes; `credentials` writes sealed secrets beside the MSP's rows, `rate` counts a key's requests. */
  readonly access: 'read' | 'write' | 'credentials' | 'identity' | 'rate';
  /** From where, for the audit row; absent for jobs. */
  readonly ip?: string;
  /** Facts that led here, oldest first: causation depth is bounded, loops end. */
  readonly causes: readonly string[];
  /** Set by `api` when the caller sent `Idempotency-Key`: the first commit keeps the answer under it. */
  readonly idempotency?: { key: string; requestHash: string };
  /** Set by `on`: the first commit records that this subscriber has handled this event. */
  readonly inbox?: { subscriber: string; eventId: string };
  /** Key of this actor's cursors. */
  readonly cursorKey: string;
  /** Read and write units and round trips of this call. */
  readonly units: Units;
}

/** Scope of a job for one MSP. */
export function systemScope(mspId: string, job: string, options: Partial<Scope> = {}): Scope {
  return {
    mspId,
    actor: { kind: 'system', mspId, userId: `system:${job}` },
    now: () => new Date(),
    requestId: 'none',
    operation: job,
    access: 'write',
    causes: [],
    cursorKey: mspId,
    units: new Units(),
    ...options,
  };
}

/** The same call, whose answer is not kept under an `Idempotency-Key`: it tells what is told once. */
export function untold(scope: Scope): Scope {
  const { idempotency: _, ...rest } = scope;
  return rest;
}
