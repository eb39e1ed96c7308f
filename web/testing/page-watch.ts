import type { Page, Request } from 'playwright-core';

/** Chromium's own line about an answer that is judged by its status here. */
const ANSWERED = /^Failed to load resource: the server responded with a status of/;
const GIVEN_UP = 'net::ERR_ABORTED';

/** What belongs to a page although it would be wrong elsewhere. */
export interface Allowed {
  /** Statuses of answers: 401 where nobody is signed in, 404 for what is not there. */
  statuses: readonly number[];
  /** Console lines. */
  lines?: RegExp;
}

/** Hears what goes wrong on a page beneath what it shows, and knows whether it still waits for something. */
export class PageWatch {
  readonly #under = new Set<Request>();
  #heard: string[] = [];

  constructor(page: Page, { statuses, lines }: Allowed) {
    page.on('request', (request) => this.#under.add(request));
    page.on('requestfinished', (request) => this.#under.delete(request));
    page.on('requestfailed', (request) => {
      this.#under.delete(request);
      const reason = request.failure()?.errorText;
      if (reason !== GIVEN_UP) this.#heard.push(`${request.method()} ${request.url()} failed: ${reason}`);
    });
    page.on('response', (response) => {
      if (response.status() < 400 || statuses.includes(response.status())) return;
      this.#heard.push(`${response.request().method()} ${response.url()} answered ${response.status()}`);
    });
    page.on('console', (message) => {
      const [type, text] = [message.type(), message.text()];
      if (type === 'error' && !ANSWERED.test(text) && !lines?.test(text)) this.#heard.push(text);
    });
    page.on('pageerror', (error) => this.#heard.push(error.message));
  }

  /** Requests without an answer so far. */
  get waiting(): number {
    return this.#under.size;
  }

  /** What was heard since the last time: console errors (the CSP's among them), exceptions, failed requests. */
  take(): string[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }
}
