import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type UnitKind, unitName } from '../../infra/units.ts';

/** One Lambda function found in `functions/`, by its file's name. */
export interface Entry {
  /** Folder of its bundle, last part of its function name: `companies-api`, `integrations-step-pull`. */
  name: string;
  feature: string;
  kind: UnitKind;
  what: string;
  /** From the repository's root. */
  file: string;
}

const PREFIXED = /^(on|schedule|dispatch|stream)-([a-z0-9-]+)\.ts$/;
const STEP = /^([a-z0-9-]+)\.ts$/;

function entry(feature: string, kind: UnitKind, what: string, file: string): Entry {
  return { name: unitName(feature, kind, what), feature, kind, what, file };
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.includes('.test.'));
}

function entriesOf(feature: string, folder: string): Entry[] {
  const own = filesOf(folder).flatMap((file) => {
    if (file === 'api.ts') return [entry(feature, 'api', '', join(folder, file))];
    const [, kind, what] = PREFIXED.exec(file) ?? [];
    return kind && what ? [entry(feature, kind as UnitKind, what, join(folder, file))] : [];
  });
  const steps = filesOf(join(folder, 'steps')).flatMap((file) => {
    const what = STEP.exec(file)?.[1];
    return what ? [entry(feature, 'step', what, join(folder, 'steps', file))] : [];
  });
  return [...own, ...steps];
}

/**
 * Every function of the product: `functions/<feature>/{api,on-*,schedule-*,dispatch-*,stream-*}.ts` and
 * `functions/<feature>/steps/*.ts`, tests excluded, by name. Folders that start with `_` hold no features.
 */
export function functionEntries(root = 'functions'): Entry[] {
  const folder = relative('', root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((feature) => feature.isDirectory() && !feature.name.startsWith('_'))
    .flatMap(({ name }) => entriesOf(name, join(folder, name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
