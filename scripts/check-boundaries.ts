import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { FEATURES, type Feature, isUpstream } from '../shared/kernel/features.ts';

/** One break of a law: where, and what the law says. */
export interface Breach {
  file: string;
  says: string;
}

const SOURCES = ['{shared,events,functions,infra,web,scripts}/**/*.{ts,tsx}'];
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g;
const FORBIDDEN_NAME = /(^|\/)(utils?|helpers?|misc|manager|common)(\.|\/)|-v?\d+\.tsx?$/;
const MOST_LINES = 250;

const isFeature = (word: string | undefined): word is Feature =>
  (FEATURES as readonly (string | undefined)[]).includes(word);

/** Room and feature of a path: `functions/goals/x.ts` -> functions, goals. */
function place(file: string): { room: string; feature: Feature | undefined } {
  const [room = '', second = '', third = ''] = file.split('/');
  const word = room === 'web' && second === 'features' ? third : second.replace(/\.ts$/, '');
  return {
    room: room === 'web' && second === 'features' ? 'web/features' : room,
    feature: isFeature(word) ? word : undefined,
  };
}

/** Imports of a file. Types of a package cost nothing at run time and are let through. */
function imports(file: string, source: string): { name: string; target: string | undefined }[] {
  return [...source.matchAll(IMPORT)]
    .filter((match) => !/^\s*import type \{[^}]*\} from '[^.]/.test(match[0]))
    .map((match) => {
      const name = match[1] ?? match[2] ?? '';
      return { name, target: name.startsWith('.') ? normalize(join(dirname(file), name)) : undefined };
    });
}

const isTest = (file: string) => /\.test\.tsx?$|\/testing\//.test(file);

/** What a file of `from` may not import: one sentence, or nothing. */
function importBreach(file: string, target: string): string | undefined {
  const from = place(file);
  const to = place(target);
  if (from.room === 'shared' && to.room !== 'shared')
    return `shared/ is the language: it imports nothing of ${to.room}/`;
  if (from.room === 'events' && to.room !== 'events' && to.room !== 'shared') return 'events/ imports shared/ only';
  if (from.room === 'functions' && ['web', 'web/features', 'infra'].includes(to.room))
    return `functions/ does not import ${to.room}/`;
  if (from.room.startsWith('web') && ['functions', 'infra', 'events'].includes(to.room))
    return `web/ does not import ${to.room}/`;
  if (from.room === 'web/features' && to.room === 'web/features' && from.feature !== to.feature)
    return 'features of the web never import each other: their routes compose them';
  if (!from.feature || !to.feature || from.feature === to.feature) return undefined;
  if (['shared', 'functions'].includes(from.room) && from.room === to.room && !isUpstream(to.feature, from.feature)) {
    return `${to.feature} comes after ${from.feature} in the product's order: what flows back flows as a fact`;
  }
  if (from.room === 'functions' && to.room === 'functions' && !target.endsWith('.service.ts')) {
    return 'across features only *.service.ts is imported';
  }
  return undefined;
}

/** Packages that belong to one place. */
const PACKAGES: readonly { is: (name: string) => boolean; within: (file: string) => boolean; says: string }[] = [
  {
    is: (name) => name === 'electrodb',
    within: (file) => file.endsWith('.entity.ts') || /^functions\/_kit\//.test(file),
    says: 'electrodb is imported by *.entity.ts and the store only',
  },
  {
    is: (name) => name === '@middy/core',
    within: (file) => file.startsWith('functions/_kit/'),
    says: '@middy/core is imported by functions/_kit only',
  },
  {
    is: (name) => name.startsWith('@microsoft/'),
    within: (file) =>
      /^functions\/(_kit\/clients|integrations\/connectors)\//.test(file) || file.startsWith('scripts/vendors/'),
    says: 'vendor SDKs are imported by clients and connectors only',
  },
];

/** Patterns of code that a law bans, and where. */
const BANS: readonly { in: (file: string) => boolean; pattern: RegExp; says: string }[] = [
  {
    in: (file) => file.startsWith('functions/') && file !== 'functions/_kit/env.ts',
    pattern: /process\.env/,
    says: 'process.env is read by functions/_kit/env.ts only',
  },
  {
    in: (file) => file.startsWith('functions/'),
    pattern: /\.begins\(|\.upsert\(/,
    says: '.begins matches without its separator and upsert re-applies defaults: use equality, put or change',
  },
  {
    in: (file) => file.startsWith('functions/'),
    pattern: /\.(lte|between)\(\{/,
    says: 'a bare .lte/.between loses the last day: use dateWindow()',
  },
  {
    in: (file) => file.startsWith('functions/') && !/_kit\/(store|commit|session|dispatch)\.ts$/.test(file),
    pattern: /\.go\(/,
    says: 'ElectroDB operations are sent by the store: never .go()',
  },
  {
    in: (file) => file !== 'shared/kernel/fiscal-words.ts',
    pattern: /FY\$\{|`Q\$\{[^`}]*\} \$\{/,
    says: 'fiscal quarters and years are worded by shared/kernel/fiscal-words.ts only',
  },
  {
    in: (file) => file.startsWith('shared/'),
    pattern: /from 'node:/,
    says: 'shared/ runs in the browser too: no node: modules',
  },
];

/** Every break of the house's laws in the tree at `root`. */
export function breaches(root: string): Breach[] {
  const found: Breach[] = [];
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).filter(
    (file) => !/(^|\/)(dist|node_modules)\//.test(file),
  );
  for (const file of files.sort()) {
    const source = readFileSync(join(root, file), 'utf8');
    const add = (says: string) => found.push({ file, says });
    if (FORBIDDEN_NAME.test(file))
      add('files are named for what they hold: no utils, helpers, misc, manager, common, no numbers');
    if (!file.includes('.gen.') && source.split('\n').length > MOST_LINES)
      add(`a file fits a screen: at most ${MOST_LINES} lines`);
    if (isTest(file)) continue;
    for (const { name, target } of imports(file, source)) {
      const says = target
        ? importBreach(file, target)
        : PACKAGES.find((rule) => rule.is(name) && !rule.within(file))?.says;
      if (says) add(`${says} (${name})`);
    }
    for (const ban of BANS) if (ban.in(file) && ban.pattern.test(source)) add(ban.says);
  }
  return found;
}
