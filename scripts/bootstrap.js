// The first thing that runs on a fresh machine: plain JavaScript, any Node >= 20, nothing installed. It installs what the
// lock file says, then hands over to the pinned Node, which runs the TypeScript sources directly.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.fairlead-installed');
const [command = '', ...rest] = process.argv.slice(2);

const commands = {
  start: ['scripts/start.ts'],
  dev: ['scripts/dev.ts'],
  test: ['scripts/test.ts'],
  faults: ['scripts/faults.ts'],
  bench: ['scripts/bench/bench.ts'],
  reset: ['scripts/reset.ts'],
  synth: ['scripts/synth.ts'],
  deploy: ['scripts/deploy.ts'],
};

function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

const target = commands[command];
if (!target) stop(`Unknown command "${command}". There are: ${Object.keys(commands).join(', ')}.`);
if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Fairlead needs Node 20 or newer to start; this is ${process.version}. Install a current Node and try again.`);
}

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the packages of the lock file (about a minute the first time) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0)
    stop('npm ci failed; its message is above. Check the network to the npm registry and try again.');
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, wanted);
}

install();
const bin = join(modules, '.bin');
const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
if (!existsSync(node))
  stop('The pinned Node was not installed: npm skipped its install script. Run `npm rebuild node` and try again.');
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...target, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}` },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
