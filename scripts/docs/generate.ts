import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessPatterns } from './access-patterns.ts';
import { factCatalog } from './catalog.ts';
import { findContracts } from './contracts.ts';
import { openApi } from './openapi.ts';
import { webContract } from './web-contract.ts';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Every generated file of the repository with the content that the sources ask for now. */
export async function generated(): Promise<Map<string, string>> {
  const contracts = await findContracts(root);
  const web = webContract(contracts);
  return new Map([
    ['web/lib/contract.gen.json', web.json],
    ['web/lib/contract.gen.ts', web.types],
    ['functions/platform/openapi.gen.json', await openApi(contracts)],
    ['events/CATALOG.md', await factCatalog(root)],
    ['functions/ACCESS-PATTERNS.md', await accessPatterns(root)],
  ]);
}

/** Files whose content on disk is not what the sources ask for. */
export async function stale(): Promise<string[]> {
  const files = await generated();
  return [...files].filter(([file, content]) => readOrEmpty(join(root, file)) !== content).map(([file]) => file);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

if (import.meta.main) {
  for (const [file, content] of await generated()) {
    if (readOrEmpty(join(root, file)) === content) continue;
    writeFileSync(join(root, file), content);
    console.log(`wrote ${file}`);
  }
}
