import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthExponent } from './pages.ts';
import { withoutMappings } from './quiet-templates.ts';
import { END, START, withTable } from './readme-table.ts';
import { asMarkdown, asText, atLeast, atMost, median, type Report, told } from './report.ts';
import { readScript } from './web.ts';

const report: Report = {
  circumstances: { at: '2026-11-22T10:00:00.000Z', node: '24.21.0', cpus: 2, load: [0.4, 1.26] },
  rows: [
    atMost('Read units', 'Company list, 50', 2.5, 3, ''),
    atMost('Read units', 'Roadmap | 400', 39.5, 20, '', 'all of its items'),
    atLeast('Sync', 'First', 91.26, 85, '%'),
    told('Sync', 'Heap', '41 MB'),
  ],
};

describe('a report', () => {
  it('says of each bound whether it is kept', () => {
    expect(report.rows.map(({ target, measured, verdict }) => [target, measured, verdict])).toEqual([
      ['<= 3', '2.5', 'ok'],
      ['<= 20', '39.5', 'missed'],
      ['>= 85 %', '91.3 %', 'ok'],
      ['', '41 MB', ''],
    ]);
    expect(atMost('', '', 1_010, 1_000, 'kB').measured).toBe('1,010 kB');
  });

  it('reads well in a terminal', () => {
    expect(asText(report).split('\n')).toEqual([
      '2026-11-22, Node 24.21.0, 2 cores, load average 0.4 at the start and 1.3 at the end',
      '',
      'Read units',
      '  Company list, 50  <= 3      2.5       ok',
      '  Roadmap | 400     <= 20     39.5      missed  all of its items',
      '',
      'Sync',
      '  First             >= 85 %   91.3 %    ok',
      '  Heap                        41 MB',
      '',
      '2 of 3 targets kept, 1 missed',
    ]);
  });

  it('becomes a table of a README, between its markers and nowhere else', () => {
    const table = asMarkdown(report);
    expect(table).toContain('| Roadmap \\| 400 | <= 20 | 39.5 | missed; all of its items |');
    const page = `# Numbers\n${START}\nold\n${END}\nrest`;
    expect(withTable(page, table)).toBe(`# Numbers\n${START}\n${table}\n${END}\nrest`);
    expect(withTable(withTable(page, 'once'), table)).toBe(withTable(page, table));
    expect(() => withTable('# Numbers', table)).toThrow('The page needs the lines');
    expect(() => withTable(`${END}${START}`, table)).toThrow('in this order');
  });
});

describe('figures', () => {
  it('have a middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]);
  });

  it('grow by the power that they follow', () => {
    const power = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(power, fc.double({ min: 0.5, max: 100, noNaN: true }), (exponent, factor) => {
        const points = [50, 200, 800].map((records) => ({ records, cost: factor * records ** exponent }));
        expect(growthExponent(points)).toBeCloseTo(exponent, 6);
      }),
    );
    expect(growthExponent([{ records: 50, cost: 3 }])).toBe(0);
  });
});

it('a built script tells what it imports at once and what later', () => {
  const source =
    'import{a as b}from"./react-Ab3x9Zk1.js";import"./side-Ab3x9Zk2.js";export*from"./all-Ab3x9Zk3.js";' +
    'const later=()=>import(`./page-Ab3x9Zk4.js`);const text="import(not)";export{later as default};';
  expect(readScript(source)).toEqual({
    imports: ['react-Ab3x9Zk1.js', 'side-Ab3x9Zk2.js', 'all-Ab3x9Zk3.js'],
    later: ['page-Ab3x9Zk4.js'],
  });
});

it('templates are made quiet by leaving out the mappings of the named functions, and nothing else', () => {
  const mapping = (name: string) => ({
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { FunctionName: { Ref: name } },
  });
  const fn = (name: string) => ({ Type: 'AWS::Lambda::Function', Properties: { FunctionName: name } });
  const Resources = {
    A: fn('fairlead-local-planner-on-planner-item-created'),
    B: fn('fairlead-local-budgets-on-budget-sent'),
    MapsA: mapping('A'),
    MapsB: mapping('B'),
  };
  const quiet = withoutMappings({ Resources }, /planner-on-planner-item-/);
  expect(Object.keys(quiet.Resources)).toEqual(['A', 'B', 'MapsB']);
});
