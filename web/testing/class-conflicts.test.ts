import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/build/prepare.ts';
import { classConflicts } from './class-conflicts.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Conflicts among sources that stand beside each other under `web/`. */
function among(sources: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-classes-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(sources)) {
    const file = join(folder, 'web', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return classConflicts(folder);
}

const bar = "export function Bar({ className }) { return <i className={cx('h-3 text-13 text-ink', className)} />; }";

describe('two classes of one kind', () => {
  it('are found within a component, in constants and behind conditions too', () => {
    const face = "const face = 'px-2 text-ink';\n";
    expect(among({ 'a.tsx': `${face}const look = cx(face, open && 'px-3', wide ? 'w-4' : 'h-4');` })).toEqual([
      'web/a.tsx:2 gives px-2 beside "px-3"',
    ]);
  });

  it('are found where a page gives a component what it has already', () => {
    const page = "import { Bar } from './ui/bar.tsx';\nexport const page = <Bar className={tall ? 'h-40' : 'mt-2'} />;";
    expect(among({ 'ui/bar.tsx': bar, 'page.tsx': page })).toEqual(['web/page.tsx:2 gives "h-40" beside h-3']);
  });

  it('are no conflict when only one of them can hold, or one is of another kind', () => {
    const page = 'import { Bar } from \'./ui/bar.tsx\';\nexport const page = <Bar className="text-center mt-2" />;';
    const turn = "const look = cx(open ? 'px-2' : 'px-3', 'sm:px-4');";
    expect(among({ 'ui/bar.tsx': bar, 'page.tsx': page, 'turn.tsx': turn })).toEqual([]);
  });
});

it('stand on no element of ours: class names are joined, and the style sheet would choose', () => {
  expect(classConflicts(root)).toEqual([]);
});
