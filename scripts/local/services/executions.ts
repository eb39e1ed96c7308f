import type { DatabaseSync } from 'node:sqlite';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export interface Execution {
  arn: string;
  machine: string;
  name: string;
  status: ExecutionStatus;
  /** JSON text. */
  input: string;
  /** JSON text, when it succeeded. */
  output: string | null;
  error: string | null;
  cause: string | null;
  /** Milliseconds since 1970. */
  started: number;
  stopped: number | null;
}

export type Outcome = { status: Exclude<ExecutionStatus, 'RUNNING'>; output?: string; error?: string; cause?: string };

/** The record of workflow executions, written at their start and at their end. */
export class Executions {
  readonly #journal: DatabaseSync;

  /** Marks what was running when an earlier run was killed as aborted: nothing carries it on. */
  constructor(journal: DatabaseSync) {
    this.#journal = journal;
    journal
      .prepare(
        `UPDATE executions SET status = 'ABORTED', error = 'interrupted', cause = ?, stopped = ? WHERE status = 'RUNNING'`,
      )
      .run('The local cloud stopped while this execution was running.', Date.now());
  }

  begin(execution: Pick<Execution, 'arn' | 'machine' | 'name' | 'input'>): Execution {
    const { arn, machine, name, input } = execution;
    const started = Date.now();
    this.#journal
      .prepare(`INSERT INTO executions (arn, machine, name, status, input, started) VALUES (?, ?, ?, 'RUNNING', ?, ?)`)
      .run(arn, machine, name, input, started);
    return { ...execution, status: 'RUNNING', output: null, error: null, cause: null, started, stopped: null };
  }

  end(arn: string, { status, output, error, cause }: Outcome): void {
    this.#journal
      .prepare(
        `UPDATE executions SET status = ?, output = ?, error = ?, cause = ?, stopped = ? WHERE arn = ? AND status = 'RUNNING'`,
      )
      .run(status, output ?? null, error ?? null, cause ?? null, Date.now(), arn);
  }

  get(arn: string): Execution | undefined {
    return this.#journal.prepare('SELECT * FROM executions WHERE arn = ?').get(arn) as Execution | undefined;
  }

  /** Newest first. */
  list(machine: string, status: string | undefined, limit: number, offset: number): Execution[] {
    return this.#journal
      .prepare(
        'SELECT * FROM executions WHERE machine = ? AND (? IS NULL OR status = ?) ORDER BY started DESC, rowid DESC LIMIT ? OFFSET ?',
      )
      .all(machine, status ?? null, status ?? null, limit, offset) as unknown as Execution[];
  }
}
