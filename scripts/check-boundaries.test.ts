import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './build/prepare.ts';
import { breaches } from './check-boundaries.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fairlead-boundaries-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function said(file: string, source: string): string[] {
  const tree = mkdtempSync(join(scratch, 'tree-'));
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), source);
  return breaches(tree).map((breach) => breach.says);
}

describe('the rooms and laws', () => {
  it('hold in this tree', () => {
    expect(breaches(root)).toEqual([]);
  });

  it.each([
    ['functions/findings/a.ts', "import { x } from '../planner/planner.service.ts';", 'comes after findings'],
    ['functions/planner/a.ts', "import { x } from '../findings/finding.entity.ts';", 'only *.service.ts'],
    ['shared/goals/a.ts', "import { x } from '../../functions/goals/a.ts';", 'imports nothing of functions/'],
    ['shared/kernel/a.ts', "import { readFileSync } from 'node:fs';", 'no node: modules'],
    ['web/features/planner/a.tsx', "import { x } from '../findings/queries.ts';", 'never import each other'],
    ['web/lib/a.ts', "import { x } from '../../functions/_kit/env.ts';", 'web/ does not import functions/'],
    ['functions/goals/goals.service.ts', "import { Entity } from 'electrodb';", 'electrodb is imported by'],
    ['functions/goals/api.ts', "import middy from '@middy/core';", 'functions/_kit only'],
    ['functions/goals/api.ts', 'const x = process.env.HOME;', 'process.env'],
    ['functions/goals/goals.service.ts', "query.byDate({}).lte({ due: '2027' })", 'loses the last day'],
    ['functions/goals/goals.service.ts', 'GoalEntity.upsert(x)', 'upsert'],
    ['web/features/budgets/text.ts', `const name = \`Q\${quarter} \${year}\`;`, 'fiscal-words.ts only'],
    ['functions/goals/utils.ts', '', 'no utils'],
    ['functions/goals/long.ts', '\n'.repeat(300), 'fits a screen'],
  ])('say so when %s breaks one', (file, source, says) => {
    expect(said(file, source).join('\n')).toContain(says);
  });

  it('let upstream services and facts through', () => {
    expect(
      said(
        'functions/planner/a.ts',
        "import { x } from '../findings/findings.service.ts';\nimport { y } from '../../events/budgets.ts';",
      ),
    ).toEqual([]);
  });

  it('keep the root to its rooms', () => {
    const allowed = [
      'infra',
      'functions',
      'web',
      'shared',
      'events',
      'scripts',
      'cdk.json',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'biome.json',
      'vitest.config.ts',
      'README.md',
      'LICENSE',
      'node_modules',
      'dist',
      'cdk.out',
    ];
    expect(readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
  });
});
