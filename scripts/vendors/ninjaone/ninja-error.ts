import type { Refusal } from '../_kit/refusal.ts';

/** A refusal of the API. Its code is `error` or `resultCode` on the wire, by the status. */
export class NinjaError extends Error implements Refusal {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** 400 for a parameter that cannot be read. */
export function badParameter(message: string): NinjaError {
  return new NinjaError(400, 'FAILURE', message);
}

/** A path or record that is not there. Seen in the field: GitHub, users of the public API report this body for wrong routes. */
export function notFound(): NinjaError {
  return new NinjaError(404, 'FAILURE', 'HTTP 404 Not Found');
}

/** The token lacks the scope. Seen in the field as 401: GitHub, homotechsual/NinjaOne issue 26. */
export function insufficientPrivileges(): NinjaError {
  return new NinjaError(401, 'insufficient_privileges', 'Insufficient privileges');
}

/** No token, a foreign or an ended one. Seen in the field: GitHub, homotechsual/NinjaOne issue 59. */
export function notAuthenticated(): NinjaError {
  return new NinjaError(401, 'not_authenticated', 'Invalid credentials');
}
