import { join } from 'node:path';
import { STAGES } from '../infra/stages.ts';
import { prepare, root } from './build/prepare.ts';
import { bundleFunctions, functionEntries } from './bundle.ts';
import { workFor } from './dev/changes.ts';
import { startVite } from './dev/vite-pages.ts';
import { watchSources } from './dev/watch.ts';
import { type Cloud, startCloud } from './local/cloud.ts';
import { readyState } from './seed/first-start.ts';
import { DEMO_SIGN_IN, seedDemo } from './seed/seed.ts';
import { startVendors } from './vendors/vendors.ts';

const { origin } = STAGES.local;
const state = join(root, '.local');

const say = (line: string) => process.stdout.write(`${line}\n`);
const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));
const names = () => functionEntries().map(({ name }) => name);

/** Seconds that some work took, for the line that reports it. */
async function timed(work: () => Promise<string>): Promise<void> {
  const started = performance.now();
  try {
    const done = await work();
    if (done) say(`${done} (${((performance.now() - started) / 1_000).toFixed(1)} s)`);
  } catch (error) {
    // The code before stays in place until the sources are whole again.
    say(`\nStill running what was there before:\n${sentence(error)}\n`);
  }
}

/** Bundles what the change touches and lets its functions run it. */
async function replaceChanged(cloud: Cloud): Promise<string> {
  const { built } = await bundleFunctions();
  for (const name of built) cloud.replaceFunction(name, join(root, 'dist/functions', name, 'index.mjs'));
  return built.length > 0 ? `Replaced ${built.join(', ')}` : '';
}

/**
 * `npm run dev`: the local cloud with both web apps from their sources, on one origin. A saved page shows at once, a saved
 * function answers the next request; changes of contracts, facts or `infra/` start the cloud over on the same state.
 */
async function main(): Promise<void> {
  const pages = await startVite(root);
  const start = async () => {
    const { templates } = await prepare(origin, say, false);
    return startCloud({ templates, web: pages, state, port: Number(new URL(origin).port), schedules: true });
  };
  const { seedOnce } = readyState(state);
  let cloud = await start();
  const vendors = await startVendors(new Date());
  let before = names();
  const stopWatching = watchSources(root, ['functions', 'shared', 'events', 'infra'], (files) =>
    timed(async () => {
      const after = names();
      const { bundle, restart } = workFor(files, { before, after });
      if (!restart) return bundle ? replaceChanged(cloud) : '';
      // Synthesized before the running cloud goes: a mistake leaves it as it is.
      await prepare(origin, say, false);
      await cloud.close();
      cloud = await start();
      before = after;
      return 'The cloud runs with new templates';
    }),
  );
  const end = async () => {
    stopWatching();
    await Promise.all([pages.close(), vendors.close(), cloud.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end());

  await seedOnce(() => seedDemo({ cloud, vendors, say }));
  say(
    `\nConsole      ${origin}\nClient side  ${origin}/portal/${DEMO_SIGN_IN.slug}\nMail         ${origin}/_local/mail`,
  );
  say(
    `Sign in as   ${DEMO_SIGN_IN.people[0].email} with ${DEMO_SIGN_IN.password}\n\nSaved sources are taken over. Ctrl+C stops it.`,
  );
}

await main().catch((error: unknown) => {
  process.stderr.write(`\n${sentence(error)}\n`);
  process.exit(1);
});
