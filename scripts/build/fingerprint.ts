import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One hash over the content of every file that the patterns name, so that a step is done again exactly when one of its
 * inputs differs.
 *
 * @param root project's root
 * @param patterns globs relative to it; folders are left out
 */
export function fingerprint(root: string, patterns: readonly string[], extra = ''): string {
  const hash = createHash('sha256').update(extra);
  const files = new Set(patterns.flatMap((pattern) => globSync(pattern, { cwd: root })));
  for (const file of [...files].sort()) {
    const path = join(root, file);
    if (!statSync(path).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
