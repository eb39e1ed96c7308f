import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isFact } from './define.ts';
import { OUTWARD_FACTS } from './outward.ts';

const root = import.meta.dirname;

test('every fact with words for outside can be subscribed to, and no other', async () => {
  const files = globSync('*.ts', { cwd: root }).filter((file) => !/test|define|outward/.test(file));
  const modules = (await Promise.all(files.map((file) => import(join(root, file))))) as object[];
  const facts = modules.flatMap((module) => Object.values(module)).filter(isFact);
  const worded = facts.filter(({ outward }) => outward !== undefined);
  expect(OUTWARD_FACTS.map(({ name }) => name).sort()).toEqual(worded.map(({ name }) => name).sort());
  expect(worded.length).toBeGreaterThan(20);
  expect(worded.filter(({ name }) => /^(identity|platform|exports|webhooks)\./.test(name))).toEqual([]);
});

test('what leaves the house are ids, figures and words of a known set: no free text', () => {
  const loose: string[] = [];
  const look = (
    at: string,
    schema: { type?: string; enum?: unknown; pattern?: string; const?: unknown } & Record<string, unknown>,
  ) => {
    if (schema.type === 'string' && !schema.enum && !schema.pattern && schema.const === undefined) loose.push(at);
    for (const [name, inner] of Object.entries((schema.properties ?? {}) as Record<string, typeof schema>))
      look(`${at}.${name}`, inner);
    // Names of changed fields are our own words.
    if (schema.items && !at.endsWith('.fields')) look(`${at}[]`, schema.items as typeof schema);
  };
  for (const { name, detail, outward } of OUTWARD_FACTS) {
    look(name, z.toJSONSchema(detail) as never);
    expect(outward).toMatch(/^[A-Z].*\.$/);
  }
  expect(loose).toEqual([]);
});
