import { GraphError } from '@microsoft/microsoft-graph-client';
import { DeltaExpired, VendorBusy, VendorRefused } from '../connector.ts';

/** The directory's words for a change link that is too old. Source: Microsoft Graph, "Use delta query to track changes". */
const STALE_DELTA = new Set(['syncStateNotFound', 'resyncRequired', 'syncStateInvalid', 'Directory_ResyncRequired']);

/** Errors of the connection itself: time-out, reset, name not found. */
const BROKEN = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'UND_ERR_SOCKET',
]);

function isBroken(error: Error): boolean {
  const code = (error as { code?: unknown }).code;
  return (
    error.name === 'TimeoutError' ||
    error.name === 'AbortError' ||
    error instanceof SyntaxError ||
    error.message === 'aborted' ||
    (typeof code === 'string' && (BROKEN.has(code) || code.startsWith('ERR_STREAM')))
  );
}

/** A failed connection or a body that ends too early: worth another try. Other errors are ours and stay what they are. */
export function connectionFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof VendorBusy || error instanceof VendorRefused) return error;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (isBroken(cause)) return new VendorBusy(`No complete answer: ${cause.name}.`, false);
  }
  return error;
}

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
