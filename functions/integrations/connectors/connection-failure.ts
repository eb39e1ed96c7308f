import { DeltaExpired, VendorBusy, VendorRefused } from './connector.ts';

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

/** True for the errors of `connector.ts`: they go to the caller as they are. */
export function isOurs(error: unknown): boolean {
  return error instanceof VendorBusy || error instanceof VendorRefused || error instanceof DeltaExpired;
}

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
  if (!(error instanceof Error) || isOurs(error)) return error;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (isBroken(cause)) return new VendorBusy(`No complete answer: ${cause.name}.`, false);
  }
  return error;
}
