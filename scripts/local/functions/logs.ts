/** One line a function wrote: its JSON fields, or `message` when it was plain text. */
export interface LogLine {
  function: string;
  requestId?: string;
  [field: string]: unknown;
}

const KEPT = 2000;

/** The latest log lines of functions, newest last, each also handed on as it comes. */
export class FunctionLogs {
  readonly lines: LogLine[] = [];
  readonly #forward: (line: LogLine) => void;

  constructor(forward: (line: LogLine) => void) {
    this.#forward = forward;
  }

  add(functionName: string, text: string, requestId: string | undefined): void {
    this.#keep({ function: functionName, ...(requestId && { requestId }), ...fieldsOf(text) });
  }

  /** A line of the local cloud's own, such as a refusal by IAM. */
  complain(line: object): void {
    this.#keep({ function: 'local-cloud', ...line });
  }

  #keep(line: LogLine): void {
    this.lines.push(line);
    if (this.lines.length > KEPT) this.lines.splice(0, this.lines.length - KEPT);
    this.#forward(line);
  }
}

function fieldsOf(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return { message: text };
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { message: text };
  }
}
