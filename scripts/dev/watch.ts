import { watch } from 'node:fs';
import { join } from 'node:path';

/** Editors save in several steps: a change counts when nothing more has come for so many milliseconds. */
const QUIET_MS = 120;

/**
 * Hears of changed files, gathered, one call at a time: what changes during a call comes with the next one.
 *
 * @param changed is given paths from `root`, with slashes
 * @returns what stops it
 */
export function watchSources(
  root: string,
  folders: readonly string[],
  changed: (files: string[]) => Promise<void>,
): () => void {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = false;
  const tell = async () => {
    if (working || waiting.size === 0) return;
    working = true;
    const files = [...waiting];
    waiting.clear();
    try {
      await changed(files);
    } finally {
      working = false;
      later();
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), QUIET_MS);
  };
  const watchers = folders.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (file === null) return;
      waiting.add(`${folder}/${file.replaceAll('\\', '/')}`);
      later();
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
