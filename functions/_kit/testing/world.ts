import { inject } from 'vitest';
import type { Problem } from '../../../shared/kernel/error.ts';
import { runAs } from '../env.ts';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  /** The JSON body; a problem document when the status says so. */
  body: T & Omit<Partial<Problem>, keyof T>;
  /** Cookies that the answer set, by name. */
  cookies: Record<string, string>;
  headers: Headers;
}

export interface Ask {
  body?: unknown;
  /** `Cookie` header: see `cookieOf`. */
  cookie?: string;
  /** Secret of an API key; the request then comes from no page. */
  key?: string;
  headers?: Record<string, string>;
  /** The test wants this call to fail: a 500 is not explained. */
  quiet?: boolean;
}

export interface Mail {
  to: string[];
  subject: string;
  text: string;
  html?: string;
  attachments?: { name: string; type: string; text?: string }[];
}

export interface LogLine {
  message?: string;
  operation?: string;
  requestId?: string;
  mspId?: string;
  units?: { read: number; write: number; calls: number; depth: number };
  [field: string]: unknown;
}

/** Turns a switch of the test run's cloud: `scripts/testing/control.ts` has them all. */
export async function control<T>(verb: string, body: object = {}): Promise<T> {
  const response = await fetch(`${inject('control')}/${verb}`, { method: 'POST', body: JSON.stringify(body) });
  const { value, message } = (await response.json()) as { value: T; message?: string };
  if (!response.ok) throw new Error(message ?? `The switch ${verb} failed.`);
  return value;
}

/** A 500 tells the caller nothing but its number: the test's reader wants what the function logged. */
async function explain(requestId: string | null): Promise<void> {
  const lines = await control<LogLine[]>('logs');
  const about = lines.filter((line) => line.requestId === requestId || line.level === 'ERROR').slice(-3);
  process.stderr.write(`500 ${requestId}:\n${about.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

/** A request to the API as a browser on our own page sends it. */
export async function http<T = Record<string, unknown>>(
  method: string,
  path: string,
  ask: Ask = {},
): Promise<Answer<T>> {
  const origin = inject('origin');
  const response = await fetch(new URL(path, origin), {
    method,
    redirect: 'manual',
    headers: {
      ...(method === 'GET' || ask.key ? {} : { origin }),
      ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ask.cookie ? { cookie: ask.cookie } : {}),
      ...(ask.key ? { authorization: `Bearer ${ask.key}` } : {}),
      ...ask.headers,
    },
    ...(ask.body === undefined ? {} : { body: typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body) }),
  });
  const text = await response.text();
  if (response.status === 500 && !ask.quiet) await explain(response.headers.get('x-request-id'));
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    body: (json && text ? JSON.parse(text) : { text }) as Answer<T>['body'],
    cookies: Object.fromEntries(
      response.headers.getSetCookie().map((line) => {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
    ),
    headers: response.headers,
  };
}

/** The `Cookie` header for the cookies of an answer. */
export function cookieOf(answer: Answer<unknown>): string {
  return Object.entries(answer.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

/** Resolves when no fact, message, workflow or mail is under way any more. */
export const idle = () => control<void>('idle');
/** Runs a function of the clock now: `platform-schedule-sweep`. */
export const runSchedule = (name: string) => control<void>('schedule', { name });
/** Resolves when the demo MSP is there, seeded by the first test that asks for it. */
export const demoSeeded = () => control<void>('demo');
/** Calls a function directly with an event. */
export const invoke = <T>(functionName: string, event: unknown) => control<T>('invoke', { functionName, event });
/** Mails that were sent to an address so far, oldest first. */
export const mailsTo = (address: string) => control<Mail[]>('mailsTo', { address });
/** Log lines of all functions so far. */
export const logs = () => control<LogLine[]>('logs');

/** Runs services in process under the role and variables of a deployed function. */
export async function as<T>(functionName: string, work: () => Promise<T>): Promise<T> {
  const variables = await control<Record<string, string>>('environment', { functionName });
  return runAs(variables, work);
}
