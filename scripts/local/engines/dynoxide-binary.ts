import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const VERSION = '1.2.1';
const REPOSITORY = resolve(import.meta.dirname, '../../..');

/**
 * Finds the DynamoDB engine's binary for this machine, and installs it when the platform's package is not there yet
 * (the lock file names linux-x64 only, so that one install serves every platform).
 * @throws one sentence with the remedy when the platform has no binary or the installation fails.
 */
export function dynoxideBinary(platform: string = process.platform, architecture: string = process.arch): string {
  const name = `@dynoxide/${platform}-${architecture}`;
  const file = join(REPOSITORY, 'node_modules', name, platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  if (existsSync(file)) return file;
  try {
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', `${name}@${VERSION}`], {
      cwd: REPOSITORY,
      stdio: 'pipe',
      shell: platform === 'win32',
    });
  } catch (error) {
    throw new Error(missing(name), { cause: error });
  }
  if (!existsSync(file)) throw new Error(missing(name));
  return file;
}

function missing(name: string): string {
  return (
    `The DynamoDB engine ${name}@${VERSION} cannot be installed on this machine: ` +
    'start any DynamoDB-compatible engine and set DYNAMODB_ENDPOINT to its address, for example http://127.0.0.1:8000.'
  );
}
