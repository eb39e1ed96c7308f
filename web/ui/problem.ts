/** An error answer of the API (RFC 9457 problem+json, as the API conventions word it). */
export type Problem = {
  title: string;
  status: number;
  code?: string;
  detail?: string;
  requestId?: string;
  /** With 409: the version now stored. */
  currentVersion?: number;
  errors?: readonly { path: string | readonly (string | number)[]; message: string }[];
};

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'status' in value &&
    typeof value.status === 'number'
  );
}

/** Finds the problem in what a call threw: the value itself, or its `problem`, `data` or `cause`. */
export function asProblem(error: unknown): Problem | undefined {
  if (isProblem(error)) return error;
  if (typeof error !== 'object' || error === null) return undefined;
  for (const key of ['problem', 'data', 'cause'] as const) {
    const inner = (error as Record<string, unknown>)[key];
    if (isProblem(inner)) return inner;
  }
  return undefined;
}

/** Tells of a bug in our own code, which an error handler must not keep from the console and the error log. */
export function reportBug(error: unknown): void {
  // A connection that breaks is a TypeError of `fetch`.
  if (!asProblem(error) && !(error instanceof TypeError)) reportError(error);
}

/** A path of the API (`lines[0].amount`, `/lines/0/amount`, `["lines", 0]`) as a form's field name (`lines.0.amount`). */
export function fieldName(path: string | readonly (string | number)[]): string {
  if (typeof path !== 'string') return path.join('.');
  return path
    .replace(/\[(\w+)\]/g, '.$1')
    .replaceAll('/', '.')
    .replace(/^\.+|\.+$/g, '')
    .replace(/^body\./, '');
}

/**
 * Splits a problem between the fields a form shows and the rest, which goes on top of the form. Nothing is lost: an error
 * for an unknown field keeps its path in front of its words.
 */
export function splitProblem(
  problem: Problem,
  known: readonly string[],
): { fields: { name: string; message: string }[]; rest: string[] } {
  const fields: { name: string; message: string }[] = [];
  const rest: string[] = [];
  for (const { path, message } of problem.errors ?? []) {
    const name = fieldName(path);
    if (known.includes(name)) fields.push({ name, message });
    else rest.push(name ? `${name}: ${message}` : message);
  }
  if (fields.length === 0 && rest.length === 0) rest.push(problem.detail ?? problem.title);
  return { fields, rest };
}
