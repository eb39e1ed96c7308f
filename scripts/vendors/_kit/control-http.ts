import { z } from 'zod';
import { WorldChangeError } from './command.ts';

/** The switches of a simulator by name. */
export type Control = Record<string, (...input: never[]) => unknown>;

/** What a control request answers. */
export interface ControlAnswer {
  status: number;
  body: unknown;
}

/**
 * Runs a command by name. 200 with its result (null when it has none), 404 for an unknown command, 400 with a sentence for
 * an input that does not fit or names something that is not there.
 */
export function controlOverHttp(control: Control, name: string, body: string): ControlAnswer {
  const run = Object.hasOwn(control, name) ? (control[name] as (input?: unknown) => unknown) : undefined;
  if (!run) {
    return {
      status: 404,
      body: { error: `There is no command "${name}". Use one of: ${Object.keys(control).join(', ')}.` },
    };
  }
  try {
    return { status: 200, body: run(body === '' ? undefined : JSON.parse(body)) ?? null };
  } catch (error) {
    if (error instanceof SyntaxError)
      return { status: 400, body: { error: `The body is not JSON: ${error.message}.` } };
    if (error instanceof z.ZodError) return { status: 400, body: { error: z.prettifyError(error) } };
    if (error instanceof WorldChangeError) return { status: 400, body: { error: error.message } };
    throw error;
  }
}
