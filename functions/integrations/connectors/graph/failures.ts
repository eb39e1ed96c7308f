import { GraphError } from '@microsoft/microsoft-graph-client';
import { connectionFailure } from '../connection-failure.ts';
import { DeltaExpired, VendorBusy, VendorRefused } from '../connector.ts';

/** The directory's words for a change link that is too old. Source: Microsoft Graph, "Use delta query to track changes". */
const STALE_DELTA = new Set(['syncStateNotFound', 'resyncRequired', 'syncStateInvalid', 'Directory_ResyncRequired']);

/** What a refused call of Graph means. Source: Microsoft Graph, "Error responses" and "Throttling guidance". */
export function graphFailure(error: unknown): unknown {
  if (!(error instanceof GraphError) || error.statusCode < 400) return connectionFailure(error);
  const { statusCode, code } = error;
  const known = code ?? undefined;
  if (statusCode === 410 || (statusCode === 400 && STALE_DELTA.has(code ?? ''))) return new DeltaExpired(code ?? '410');
  if (statusCode === 429 || statusCode >= 500) {
    const retryAfter = error.headers?.get('retry-after') ?? null;
    return new VendorBusy(`Graph answered ${statusCode}.`, statusCode === 429, retryAfter);
  }
  if (statusCode === 403)
    return new VendorRefused('permission-missing', `Graph answered 403 ${code}.`, { vendorCode: known });
  const said = `${statusCode} ${code ?? ''}`.trim();
  return new VendorRefused('unexpected', `Graph answered ${said}.`, { said, vendorCode: known });
}
