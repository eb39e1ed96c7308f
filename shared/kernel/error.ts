/** One field's trouble: `path` as in the input (`lines.2.quantity`), `message` a sentence with the remedy. */
export interface FieldError {
  path: string;
  message: string;
}

/** RFC 9457 problem document as every error response carries it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** Stable and specific, `area.what`: pages and API clients branch on it. */
  code: string;
  /** A sentence that a person can act on. */
  detail: string;
  errors?: FieldError[];
  requestId?: string;
  /** With 409: the version now stored, so that the page can show both and ask. */
  currentVersion?: number;
  /** With 429 and 503: seconds to wait. */
  retryAfter?: number;
}

const TITLES: Record<number, string> = {
  400: 'Check what you entered',
  401: 'Sign in to go on',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Changed meanwhile',
  410: 'No longer valid',
  413: 'Too large',
  422: 'Not possible',
  429: 'Too many attempts',
  502: 'The other system did not answer',
  503: 'Busy',
};

type ProblemExtras = Pick<Problem, 'errors' | 'currentVersion' | 'retryAfter'>;

/** An error with an answer for the caller. Everything else that is thrown becomes a 500 without text. */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  readonly extras: ProblemExtras;

  constructor(status: number, code: string, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.name = 'AppError';
    this.status = status;
    this.code = code;
    this.extras = extras;
  }

  /** The problem document of this error. */
  problem(requestId?: string): Problem {
    return {
      type: `urn:fairlead:problem:${this.code}`,
      title: TITLES[this.status] ?? 'Error',
      status: this.status,
      code: this.code,
      detail: this.message,
      ...this.extras,
      ...(requestId ? { requestId } : {}),
    };
  }
}

/** 400 that names one field and its remedy. */
export function invalid(path: string, message: string, code = 'input.invalid'): AppError {
  return new AppError(400, code, message, { errors: [{ path, message }] });
}

/** 404, word for word the same for a record that never was and one that is not yours. */
export function notFound(what: string): AppError {
  return new AppError(
    404,
    `${what.toLowerCase().replaceAll(' ', '-')}.not-found`,
    `This ${what} does not exist or is not yours to see.`,
  );
}

/** 403: the actor is known and may not. */
export function forbidden(detail = 'Your role does not allow this. Ask an administrator.'): AppError {
  return new AppError(403, 'access.forbidden', detail);
}

/** 409 on a stale version. */
export function changedMeanwhile(what: string, currentVersion?: number): AppError {
  return new AppError(
    409,
    `${what.toLowerCase().replaceAll(' ', '-')}.changed`,
    `Someone changed this ${what} since you opened it. Reload to see the change, then save again.`,
    currentVersion === undefined ? {} : { currentVersion },
  );
}

/** 422: the input is well-formed and the record's state does not allow it. */
export function refused(code: string, detail: string): AppError {
  return new AppError(422, code, detail);
}
