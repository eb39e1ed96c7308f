/**
 * Where a fault applies: a resource path (`/users`; with a final `*` all that starts so) and an organisation. The token endpoint
 * (`/token`) and report downloads (`/download`) are other hosts in reality and only meant when named.
 */
export interface Target {
  path: string;
  organisationId: string | null;
  /** Matching requests to let through first. */
  skip: number;
  /** How many matching requests it then hits; null until cleared. */
  times: number | null;
}

/** How `Retry-After` is written in a refusal; `none` leaves it out, as some vendors do. */
export interface RetryAfter {
  form: 'seconds' | 'http-date' | 'none';
  seconds: number;
}

/** What goes wrong. */
export type Effect =
  | { kind: 'status'; status: number; code: string; message: string; retryAfter: RetryAfter }
  | { kind: 'throttle'; until: number; code: string; message: string; retryAfter: RetryAfter | null }
  /** No more bytes after `afterBytes` of the body (null: not even headers), the connection stays open. */
  | { kind: 'hang'; afterBytes: number | null }
  /** The connection is torn down at that point. */
  | { kind: 'drop'; afterBytes: number | null }
  | { kind: 'delay'; milliseconds: number }
  /** The page keeps `keep` rows (null: all) and says that it is the last one. */
  | { kind: 'cut'; keep: number | null }
  | { kind: 'mutate'; row: number | string | null; change: Drift };

/** How a row differs from what was agreed. */
export type Drift =
  | { kind: 'set'; field: string; value: unknown }
  | { kind: 'rename'; field: string; to: string }
  | { kind: 'remove'; field: string }
  | { kind: 'malformed'; value: unknown };

export interface FaultPlan {
  add(target: Target, effect: Effect): void;
  /** The effects on a request in the order they were added; counts the request against them. */
  on(path: string, organisationId: string | null, now: Date): Effect[];
  clear(): void;
}

const OTHER_HOSTS = new Set(['/token', '/download']);

function hits(target: Target, path: string, organisationId: string | null): boolean {
  const wildcard = target.path.endsWith('*') && !OTHER_HOSTS.has(path);
  const pathHits = wildcard ? path.startsWith(target.path.slice(0, -1)) : path === target.path;
  return pathHits && (target.organisationId === null || target.organisationId === organisationId);
}

export function createFaultPlan(): FaultPlan {
  let rules: { target: Target; effect: Effect }[] = [];
  return {
    add(target, effect) {
      rules.push({ target: { ...target }, effect });
    },
    on(path, organisationId, now) {
      const effects: Effect[] = [];
      for (const { target, effect } of rules) {
        if (!hits(target, path, organisationId)) continue;
        if (target.skip > 0) {
          target.skip -= 1;
          continue;
        }
        if (target.times === 0 || (effect.kind === 'throttle' && effect.until <= now.getTime())) continue;
        if (target.times !== null) target.times -= 1;
        effects.push(effect);
      }
      rules = rules.filter(({ target }) => target.times !== 0);
      return effects;
    },
    clear() {
      rules = [];
    },
  };
}
