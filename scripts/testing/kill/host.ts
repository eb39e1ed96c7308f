import { startCloud } from '../../local/cloud.ts';
import { startControl } from '../control.ts';

/** The product as `npm start` hosts it, in a process of its own for a test to kill. Prints where its switches are, then serves. */
const [templates = '', state = '', port = ''] = process.argv.slice(2);
const cloud = await startCloud({ templates, state, port: Number(port), schedules: true });
const control = await startControl(cloud);
process.once('SIGTERM', async () => {
  await control.close();
  await cloud.close();
  process.exit(0);
});
process.stdout.write(`${JSON.stringify({ control: control.url })}\n`);
