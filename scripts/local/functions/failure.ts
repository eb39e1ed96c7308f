/** A function that did not answer: it threw, died or ran out of time. `errorType` is Lambda's word for it. */
export class FunctionFailure extends Error {
  override name = 'FunctionFailure';
  readonly errorType: string;
  readonly trace: string[];

  constructor(errorType: string, errorMessage: string, trace: string[] = []) {
    super(errorMessage);
    this.errorType = errorType;
    this.trace = trace;
  }

  get timedOut(): boolean {
    return this.errorType === 'Sandbox.Timedout';
  }
}

/** Work was refused because the local cloud is closing. */
export class Closing extends Error {
  override name = 'Closing';
  constructor() {
    super('The local cloud is closing.');
  }
}
