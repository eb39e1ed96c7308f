import { startFixture } from './fixture.ts';

/** A local cloud in a process of its own, for the crash test to kill. Prints its origin and an environment, then serves. */
const cloud = await startFixture({ state: process.argv[2] });
process.stdout.write(`${JSON.stringify({ origin: cloud.origin, environment: cloud.environmentOf('notes-api') })}\n`);
