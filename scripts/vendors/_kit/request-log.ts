/** One request that reached the simulator. `status` is null when no answer was given (hung or dropped). */
export interface LoggedRequest {
  /** When it arrived, to the millisecond: paces are measured with it. */
  at: string;
  method: string;
  /** Path behind the version, or `/token`. */
  path: string;
  query: string;
  /** The vendor's organisation that the call is about; null when it is about none or several. */
  organisationId: string | null;
  status: number | null;
}

export interface LogSummary {
  total: number;
  /** For each path how many requests, and how many by status (`none` without an answer). */
  byPath: Record<string, { requests: number; byStatus: Record<string, number> }>;
  /** The latest requests, oldest first; older ones are only counted. */
  latest: LoggedRequest[];
}

const KEPT = 2_000;

export interface RequestLog {
  /** Notes a request as it arrives; its status is filled in later. */
  open(request: LoggedRequest): LoggedRequest;
  summary(): LogSummary;
  reset(): void;
}

export function createRequestLog(): RequestLog {
  let requests: LoggedRequest[] = [];
  /** Counts of requests that are no longer kept one by one. */
  let older = new Map<string, number>();
  const key = (request: LoggedRequest) => `${request.path}\n${request.status ?? 'none'}`;
  const count = (counts: Map<string, number>, name: string, times: number) =>
    counts.set(name, (counts.get(name) ?? 0) + times);
  return {
    open(request) {
      requests.push(request);
      if (requests.length > KEPT) {
        for (const old of requests.splice(0, requests.length - KEPT)) count(older, key(old), 1);
      }
      return request;
    },
    summary() {
      const counts = new Map(older);
      for (const request of requests) count(counts, key(request), 1);
      const summary: LogSummary = { total: 0, byPath: {}, latest: requests.map((request) => ({ ...request })) };
      for (const [name, times] of counts) {
        const [path = '', status = ''] = name.split('\n');
        summary.total += times;
        const row = summary.byPath[path] ?? { requests: 0, byStatus: {} };
        summary.byPath[path] = row;
        row.requests += times;
        row.byStatus[status] = (row.byStatus[status] ?? 0) + times;
      }
      return summary;
    },
    reset() {
      requests = [];
      older = new Map();
    },
  };
}
