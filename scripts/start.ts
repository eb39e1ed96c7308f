import { createServer } from 'node:net';
import { join } from 'node:path';
import { STAGES } from '../infra/stages.ts';
import { prepare, root } from './build/prepare.ts';
import { startCloud } from './local/cloud.ts';
import { readyState } from './seed/first-start.ts';
import { DEMO_SIGN_IN, seedDemo } from './seed/seed.ts';
import { startVendors } from './vendors/vendors.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function stop(sentence: string): never {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer()
      .once('error', () => answer(false))
      .once('listening', () => probe.close(() => answer(true)))
      .listen(port, '127.0.0.1');
  });
}

/** Builds what changed, starts the local cloud and the simulated vendors, seeds the demo MSP on the first start. */
async function main(): Promise<void> {
  const { origin } = STAGES.local;
  const port = Number(new URL(origin).port);
  if (!(await isFree(port))) {
    stop(
      `Port ${port} is in use, most likely by another Fairlead. Stop that one, or free the port, and run npm start again.`,
    );
  }
  const prepared = await prepare(origin, say);
  const state = join(root, '.local');
  const { seedOnce } = readyState(state);
  const cloud = await startCloud({ templates: prepared.templates, web: prepared.web, state, port, schedules: true });
  const vendors = await startVendors(new Date());

  const end = async () => {
    say('\nStopping ...');
    await vendors.close();
    await cloud.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end());

  await seedOnce(() => seedDemo({ cloud, vendors, say }));
  say('');
  say(`Fairlead     ${cloud.origin}`);
  say(`Client side  ${cloud.origin}/portal/${DEMO_SIGN_IN.slug}`);
  say(`Mail         ${cloud.origin}/_local/mail`);
  say(`API          ${cloud.origin}/api/docs`);
  say('');
  for (const { who, email } of DEMO_SIGN_IN.people) say(`Sign in as   ${email.padEnd(36)} ${who}`);
  say(`Password     ${DEMO_SIGN_IN.password}`);
  say('\nCtrl+C stops it. `npm run reset` forgets everything and starts afresh.');
}

await main().catch((error: unknown) => stop(error instanceof Error ? (error.stack ?? error.message) : String(error)));
