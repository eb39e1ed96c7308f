import { mkdirSync } from 'node:fs';
import { prepare } from '../build/prepare.ts';
import { startCloud } from '../local/cloud.ts';

/** What `npm start` does until the sign-in page answers, at an address and with a state folder of the bench. */
async function main(origin: string, state: string): Promise<void> {
  const { templates, web } = await prepare(origin, () => undefined);
  mkdirSync(state, { recursive: true });
  const cloud = await startCloud({ templates, web, state, port: Number(new URL(origin).port), schedules: false });
  const page = await fetch(`${origin}/sign-in`);
  if (!page.ok) throw new Error(`The sign-in page answered ${page.status}.`);
  await page.text();
  process.stdout.write('answered\n');
  await cloud.close();
}

const [origin = '', state = ''] = process.argv.slice(2);
await main(origin, state);
