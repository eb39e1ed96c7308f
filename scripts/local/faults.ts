import { isNamed } from './functions/names.ts';

/**
 * What goes wrong on purpose.
 * - `throttle`: refused with the service's throttling error, not applied
 * - `timeout-before`, `timeout-after`: the connection breaks, the call not applied / applied
 * - `fail-after`: applied, but answered with an error that no SDK retries: what a caller that dies then leaves behind
 * - `kill-worker-before`, `kill-worker-after`: the calling function's worker dies in mid-call, the call not applied / applied
 * - `fail-entry`: entry `entry` of a PutEvents is refused, the others go through
 * - `delay`: `delayMs` more time
 * - `duplicate`, `reorder`: a delivery comes twice / its records in another order
 */
export type FaultEffect =
  | 'throttle'
  | 'timeout-before'
  | 'timeout-after'
  | 'fail-after'
  | 'kill-worker-before'
  | 'kill-worker-after'
  | 'fail-entry'
  | 'delay'
  | 'duplicate'
  | 'reorder';

/**
 * A point where something may go wrong: an AWS call, a delivery (service `stream`, `queue` or `bus`), or a call to somebody who
 * is not AWS (`outside`).
 */
export interface FaultPoint {
  service: string;
  /** `PutItem`; `deliver` for deliveries. */
  operation: string;
  /** The function that calls or receives (for the bus: the target), in full or without its stage. */
  function?: string | undefined;
  table?: string | undefined;
  /** Whether the call or the delivery mentions a text anywhere: an id that it is about. */
  mentions?(text: string): boolean;
  /** Whether the event that the calling worker is at work on mentions a text. */
  serves?(text: string): boolean;
}

export interface FaultRule extends Partial<Omit<FaultPoint, 'mentions' | 'serves'>> {
  effect: FaultEffect;
  /** Only points that mention this text, such as one MSP's id: other tests at the same cloud are left in peace. */
  about?: string;
  /**
   * Only calls of workers whose event mentions one of these texts, whatever the call itself says: with an MSP's id and its
   * people's cookies that is every call that the product makes on the MSP's behalf.
   */
  serving?: readonly string[];
  /** Only the nth matching point, counted from 1 since the rule was added. */
  nth?: number;
  /** Strike this often at most. */
  times?: number;
  /** Chance of each matching point, 0 to 1, drawn from the seed. */
  probability?: number;
  delayMs?: number;
  /** Index of the PutEvents entry to refuse. */
  entry?: number;
}

/** A delivery of the bus that was kept back: the queue it was meant for, and what it was to bring. */
export interface HeldDelivery {
  queue: string;
  body: string;
}

/** What a rule met: the points that fit it, those where it struck, and the last of these in words. */
export interface Met {
  seen: number;
  struck: number;
  where?: string;
}

interface Armed extends FaultRule, Met {}

/** The faults of one local cloud. The same seed and the same order of points give the same faults. */
export class Faults {
  readonly seed: number;
  readonly #rules = new Set<Armed>();
  readonly #held = new Map<string, HeldDelivery[]>();
  readonly #struck = new Map<FaultEffect, number>();
  #state: number;

  constructor(seed = 1) {
    this.seed = seed;
    this.#state = seed >>> 0;
  }

  /** Arms a rule; call what is returned to disarm it and to hear how many points it saw and how many it struck. */
  add(rule: FaultRule): () => Met {
    const armed: Armed = { ...rule, seen: 0, struck: 0 };
    this.#rules.add(armed);
    return () => {
      this.#rules.delete(armed);
      const { seen, struck, where } = armed;
      return { seen, struck, where };
    };
  }

  /** How often each effect has struck since the start. */
  get struck(): Partial<Record<FaultEffect, number>> {
    return Object.fromEntries(this.#struck);
  }

  clear(): void {
    this.#rules.clear();
  }

  /** From now on what the bus would deliver about this text (an id) is kept back until `release`. */
  hold(about: string): void {
    this.#held.set(about, this.#held.get(about) ?? []);
  }

  /** Keeps a delivery back if somebody holds what it is about. @returns whether it was kept */
  keep(delivery: HeldDelivery): boolean {
    const found = [...this.#held].find(([about]) => delivery.body.includes(about));
    found?.[1].push(delivery);
    return found !== undefined;
  }

  /** What was kept back so far, in its order; it is the caller's to deliver. */
  release(about: string): HeldDelivery[] {
    return this.#held.get(about)?.splice(0) ?? [];
  }

  /** Starts the random sequence anew. */
  reseed(seed: number): void {
    this.#state = seed >>> 0;
  }

  /** The rules that strike at this point. */
  at(point: FaultPoint): FaultRule[] {
    if (this.#rules.size === 0) return [];
    return [...this.#rules].filter((rule) => this.#strikes(rule, point));
  }

  /** The list in another order, by the seed. */
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, place: this.random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value);
  }

  /** 0 <= n < 1 (mulberry32). */
  random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  #strikes(rule: Armed, point: FaultPoint): boolean {
    const matches = (['service', 'operation', 'function', 'table'] as const).every(
      (key) => rule[key] === undefined || isNamed(point[key], rule[key]),
    );
    const meant =
      (rule.about === undefined || (point.mentions?.(rule.about) ?? false)) &&
      (rule.serving === undefined || rule.serving.some((text) => point.serves?.(text) ?? false));
    if (!matches || !meant || rule.struck >= (rule.times ?? Number.POSITIVE_INFINITY)) return false;
    rule.seen++;
    if (rule.nth !== undefined && rule.seen !== rule.nth) return false;
    if (rule.probability !== undefined && this.random() >= rule.probability) return false;
    rule.struck++;
    rule.where = `${point.service} ${point.operation} of ${point.function ?? 'nobody'}`;
    this.#struck.set(rule.effect, (this.#struck.get(rule.effect) ?? 0) + 1);
    return true;
  }
}
