import { randomUUID } from 'node:crypto';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FunctionTime } from '../function-time.ts';
import { FunctionFailure } from './failure.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** Bytes a synchronous Lambda invocation may carry either way (AWS, Lambda quotas). */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024;

/**
 * What Lambda allows a module to load ahead of its first event. One that takes longer does not fail: it is loaded again in
 * the invocation, under the function's own time-out (AWS, Lambda runtime environment lifecycle). A thread need not load
 * twice; it gets both times.
 */
const INIT_LIMIT_MS = 10_000;

/** Where workers keep what V8 made of their code. `prepare` empties it when code has changed. */
export const COMPILED = fileURLToPath(new URL('../../../.cache/compiled', import.meta.url));

type Message =
  | { ready: true }
  | { result: string }
  | { error: { errorType: string; errorMessage: string; trace: string[] } };

export type OnLine = (line: string, requestId: string | undefined) => void;

/**
 * One worker thread that hosts one function and handles one event at a time, as a Lambda execution environment does.
 * It dies of a timeout, of process.exit, of an exception outside the handler and of running out of its memory, and
 * takes nothing else with it.
 */
export class FunctionWorker {
  readonly fn: LambdaFunction;
  readonly #time: FunctionTime;
  /** Resolves when the thread is gone. */
  readonly ended: Promise<void>;
  readonly #worker: Worker;
  readonly #started: Promise<void>;
  #loaded = false;
  #death: FunctionFailure | undefined;
  #settle: ((message: Message | FunctionFailure) => void) | undefined;
  #requestId: string | undefined;
  #event = '';

  /** @param environment becomes the thread's whole `process.env`; nothing leaks in from this process. */
  constructor(fn: LambdaFunction, environment: Record<string, string>, time: FunctionTime, onLine: OnLine) {
    this.fn = fn;
    this.#time = time;
    this.#worker = new Worker(new URL('./worker-main.js', import.meta.url), {
      workerData: { bundle: pathToFileURL(fn.bundle).href, compiled: COMPILED },
      env: environment,
      execArgv: [],
      argv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: Math.max(64, fn.memoryMb), maxYoungGenerationSizeMb: 16 },
    });
    eachLine(this.#worker.stdout, (line) => onLine(line, this.#requestId));
    eachLine(this.#worker.stderr, (line) => onLine(line, this.#requestId));
    this.ended = new Promise((resolve) => this.#worker.once('exit', () => resolve()));
    this.#started = new Promise((resolve) => {
      this.#worker.on('message', (message: Message) => {
        if ('ready' in message) {
          this.#loaded = true;
          resolve();
        } else this.#settle?.(message);
      });
      this.#worker.on('error', (error) => {
        this.#end(deathBy(error, this.#loaded));
        resolve();
      });
      this.#worker.on('exit', (code) => {
        this.#end(new FunctionFailure('Runtime.ExitError', `Error: Runtime exited with error: exit status ${code}`));
        resolve();
      });
    });
  }

  get alive(): boolean {
    return this.#death === undefined;
  }

  /** Resolves when the function is loaded, or the thread has died of it. */
  async ready(): Promise<void> {
    const loaded = this.#endAfter(INIT_LIMIT_MS + this.fn.timeoutMs);
    await this.#started;
    loaded();
  }

  /**
   * Runs the handler on one event.
   * @returns the handler's answer as JSON text. @throws FunctionFailure when it fails, dies or exceeds its timeout.
   */
  async invoke(event: unknown): Promise<string> {
    const payload = JSON.stringify(event);
    this.#event = payload;
    this.#requestId = randomUUID();
    await this.ready();
    if (this.#death) throw this.#death;
    const { name, arn, memoryMb, timeoutMs } = this.fn;
    const outcome = new Promise<Message | FunctionFailure>((resolve) => {
      this.#settle = resolve;
    });
    const answered = this.#endAfter(timeoutMs);
    this.#worker.postMessage({
      event: payload,
      deadline: Date.now() + timeoutMs,
      behindMs: this.#time.behindMs,
      context: {
        functionName: name,
        functionVersion: '$LATEST',
        invokedFunctionArn: arn,
        memoryLimitInMB: String(memoryMb),
        awsRequestId: this.#requestId,
        logGroupName: `/aws/lambda/${name}`,
        logStreamName: 'local',
      },
    });
    const message = await outcome;
    answered();
    this.#settle = undefined;
    if (message instanceof FunctionFailure) throw message;
    if ('error' in message)
      throw new FunctionFailure(message.error.errorType, message.error.errorMessage, message.error.trace);
    if (!('result' in message)) throw new FunctionFailure('Runtime.Unknown', 'The function gave no answer.');
    if (Buffer.byteLength(message.result) > PAYLOAD_LIMIT)
      throw new FunctionFailure(
        'Function.ResponseSizeTooLarge',
        'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
      );
    return message.result;
  }

  /** The event it handles, or handled last, as JSON text. */
  get event(): string {
    return this.#event;
  }

  /** Ends the thread at once; a call in flight fails as on a crash. Resolves when the thread is gone. */
  async end(): Promise<void> {
    this.#end(new FunctionFailure('Runtime.ExitError', 'Error: Runtime exited with error: signal: killed'));
    await this.#worker.terminate();
  }

  /** Ends the thread when the time is up; call what is returned to call it off. */
  #endAfter(ms: number): () => void {
    const timer = setTimeout(() => {
      this.#end(new FunctionFailure('Sandbox.Timedout', `Task timed out after ${(ms / 1000).toFixed(2)} seconds`));
      void this.#worker.terminate();
    }, ms);
    return () => clearTimeout(timer);
  }

  #end(failure: FunctionFailure): void {
    this.#death ??= failure;
    this.#settle?.(this.#death);
  }
}

/** Lambda gives a failure while loading the module its own name, and a later one that of what nobody caught. */
function deathBy(cause: unknown, loaded: boolean): FunctionFailure {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
  const type = outOfMemory ? 'Runtime.OutOfMemory' : loaded ? 'Runtime.UnhandledPromiseRejection' : error.name;
  return new FunctionFailure(type, `${error.name}: ${error.message}`, (error.stack ?? '').split('\n'));
}

function eachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) onLine(line);
  });
  stream.on('end', () => {
    if (rest) onLine(rest);
  });
}
