import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyContractRouter } from '@orpc/contract';

/** One feature's HTTP surface as found on disk. */
export interface FoundContract {
  /** camelCase name of the surface: `companiesApi` -> `companies`. */
  name: string;
  exportName: string;
  /** Path from the project's root. */
  file: string;
  contract: AnyContractRouter;
}

/** Every contract of the product: the exports named `<feature>Api` of `shared/<feature>/<feature>.api.ts`. */
export async function findContracts(root: string): Promise<FoundContract[]> {
  const found: FoundContract[] = [];
  for (const file of globSync('shared/*/*.api.ts', { cwd: root }).sort()) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, AnyContractRouter>;
    for (const [exportName, contract] of Object.entries(module)) {
      if (exportName.endsWith('Api')) found.push({ name: exportName.slice(0, -3), exportName, file, contract });
    }
  }
  return found;
}
