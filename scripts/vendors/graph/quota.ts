import { GraphError } from './graph-error.ts';
import type { Tenant } from './world.ts';

/** The groups of endpoints that Microsoft throttles apart. */
export type Service = 'directory' | 'security' | 'identityReports' | 'usageReports';

/** Requests or resource units in a window, per app and tenant. */
export interface Limit {
  units: number;
  windowSeconds: number;
}

/** Secure Score endpoints also take no more than this many at once per app and tenant. */
const SECURITY_CONCURRENT = 4;

/**
 * Microsoft's published limits. Source: Microsoft Graph, "Service-specific throttling limits" (directory by tenant size:
 * below 50, up to 500, above 500 users).
 */
export function publishedLimit(service: Service, tenant: Tenant): Limit {
  if (service === 'security') return { units: 10_000, windowSeconds: 600 };
  if (service === 'identityReports') return { units: 5, windowSeconds: 10 };
  if (service === 'usageReports') return { units: 14, windowSeconds: 600 };
  const users = tenant.users.length;
  return { units: users < 50 ? 3500 : users <= 500 ? 5000 : 8000, windowSeconds: 10 };
}

interface Bucket {
  used: number;
  at: number;
}

export interface Quota {
  /**
   * Takes `cost` units, or throws the 429 that says when to come back.
   * @returns headers of an accepted request: its cost, and the use of the limit once that passes 80 %
   */
  take(service: Service, tenant: Tenant, cost: number, now: Date): Record<string, string>;
  /** Notes a Secure Score request that is being served; throws 429 when there are too many. The result ends it. */
  enter(service: Service, tenant: Tenant): () => void;
  /** Overrides a limit for all tenants; null goes back to the published one. */
  override(service: Service, limit: Limit | null): void;
}

/** Token buckets that refill with the simulator's clock. */
export function createQuota(clientId: string): Quota {
  const buckets = new Map<string, Bucket>();
  const overrides = new Map<Service, Limit>();
  const running = new Map<string, number>();

  const refuse = (tenant: Tenant, seconds: number, reason: string) =>
    new GraphError(429, 'TooManyRequests', 'Too many requests. Please retry again later.', {
      'retry-after': String(seconds),
      'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${clientId}/${tenant.id}`,
      'x-ms-throttle-information': reason,
    });

  return {
    take(service, tenant, cost, now) {
      const limit = overrides.get(service) ?? publishedLimit(service, tenant);
      const key = `${tenant.id}|${service}`;
      const bucket = buckets.get(key) ?? { used: 0, at: now.getTime() };
      const perMs = limit.units / (limit.windowSeconds * 1000);
      bucket.used = Math.max(0, bucket.used - Math.max(0, now.getTime() - bucket.at) * perMs);
      bucket.at = now.getTime();
      buckets.set(key, bucket);
      if (bucket.used + cost > limit.units) {
        const missing = bucket.used + cost - limit.units;
        throw refuse(tenant, Math.max(1, Math.ceil(missing / perMs / 1000)), 'ResourceUnitLimitExceeded');
      }
      bucket.used += cost;
      const share = bucket.used / limit.units;
      return {
        'x-ms-resource-unit': String(cost),
        ...(share > 0.8 ? { 'x-ms-throttle-limit-percentage': share.toFixed(2) } : {}),
      };
    },
    enter(service, tenant) {
      if (service !== 'security') return () => undefined;
      const count = running.get(tenant.id) ?? 0;
      if (count >= SECURITY_CONCURRENT) throw refuse(tenant, 1, 'ConcurrencyLimitExceeded');
      running.set(tenant.id, count + 1);
      return () => running.set(tenant.id, (running.get(tenant.id) ?? 1) - 1);
    },
    override(service, limit) {
      if (limit) overrides.set(service, limit);
      else overrides.delete(service);
      buckets.clear();
    },
  };
}
