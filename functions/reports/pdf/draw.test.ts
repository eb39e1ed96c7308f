import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../shared/reports/snapshot.ts';
import { formatsOf } from '../../../shared/reports/words.ts';
import { CEDAR_RIDGE } from '../testing/cedar-ridge.ts';
import { reportDocument } from './document.ts';
import { drawReport } from './draw.ts';

/** Every text of the content, charts' included, in reading order. */
function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { text, stack, columns, table, svg } = node as Record<string, unknown>;
  const drawn = typeof svg === 'string' ? [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((found) => found[1] ?? '') : [];
  const body = (table as { body?: unknown } | undefined)?.body;
  return [...drawn, ...[text, stack, columns, body].flatMap(textsOf)];
}

const textOf = (snapshot: Snapshot) => textsOf(reportDocument(snapshot).content).join('\n').replaceAll('\u00a0', ' ');
const only = (section: Snapshot['sections'][number]): Snapshot => ({ ...CEDAR_RIDGE, sections: [section] });

/** Amounts, percentages and counts as printed. */
const amountsIn = (text: string) => new Set(text.match(/\$[\d,]+(?:\.\d+)?/g) ?? []);

describe('the figures on paper', () => {
  const { money } = formatsOf(CEDAR_RIDGE);

  test("of the budget are the snapshot's, each and no other", () => {
    const { budget } = CEDAR_RIDGE;
    if (!budget) throw new Error('The sample has a budget.');
    const known = [
      budget.totalMinor,
      budget.approvedMinor,
      budget.waitingMinor,
      budget.rejectedMinor,
      ...budget.quarters,
      ...budget.types.flatMap(({ quarters, totalMinor }) => [...quarters, totalMinor]),
      ...budget.lines.map(({ amountMinor }) => amountMinor),
    ].filter((minor) => minor > 0);
    const axis = ['$0', '$10', '$20', '$30'];
    const printed = amountsIn(textOf(only('budget')));
    for (const minor of known) expect(printed, money(minor)).toContain(money(minor));
    const wanted = new Set([...known.map(money), ...axis]);
    expect([...printed].filter((amount) => !wanted.has(amount))).toEqual([]);
  });

  test("of the years ahead are the snapshot's, in whole units of its currency", () => {
    const printed = amountsIn(textOf(only('forecast')));
    for (const figure of ['$55,800', '$60,353', '$62,767', '$104,409', '$81,905', '$261,350', '$42,679'])
      expect(printed, figure).toContain(figure);
  });

  test("of roadmap and decisions are the snapshot's", () => {
    const { roadmap, decisions = [] } = CEDAR_RIDGE;
    const road = textOf(only('roadmap'));
    for (const { oneTimeMinor } of roadmap?.groups ?? []) expect(amountsIn(road)).toContain(money(oneTimeMinor));
    const decided = textOf(only('decisions'));
    for (const { amountMinor, what, name } of decisions) {
      expect(decided).toContain(money(amountMinor));
      expect(decided).toContain(what);
      expect(decided).toContain(name);
    }
  });

  test("of the Secure Score are Microsoft's, rounded once", () => {
    const text = textOf(only('secure-score'));
    for (const figure of ['46%', '50%', '53%', '123 of 268 points', '+11 points', '48 of 96', '7.8 of 9', '+2.6 pt'])
      expect(text).toContain(figure);
    expect(text).toContain('Your score is 46%, unchanged over 30 days and 7 points below organizations like yours.');
  });

  test('move when the snapshot moves', () => {
    const dearer = structuredClone(only('budget'));
    if (dearer.budget) dearer.budget.waitingMinor += 123_400;
    expect(textOf(dearer)).toContain('$38,800');
    expect(textOf(only('budget'))).not.toContain('$38,800');
  });
});

describe('the paper', () => {
  test('is the same, byte by byte, for the same data, and another for other data', async () => {
    const [first, second] = [await drawReport(CEDAR_RIDGE), await drawReport(structuredClone(CEDAR_RIDGE))];
    expect(second.pdf.equals(first.pdf)).toBe(true);
    const other = await drawReport({ ...CEDAR_RIDGE, title: 'Another review' });
    expect(other.pdf.equals(first.pdf)).toBe(false);
  });

  test('is tagged, has a language, a title and the day on which its data was frozen', async () => {
    const text = (await drawReport(CEDAR_RIDGE)).pdf.toString('latin1');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/Lang (en)');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('D:20261123184200Z');
  });

  test('takes a page for the cover and one for each section that fits', async () => {
    expect((await drawReport(CEDAR_RIDGE)).pages).toBe(6);
  });

  test('keeps the Secure Score on one page however long names are', async () => {
    const long = structuredClone(only('secure-score'));
    const name = 'Ensure multifactor authentication is enabled for all users in administrative roles';
    for (const one of [...(long.score?.controls ?? []), ...(long.score?.moves ?? [])]) one.title = name;
    long.score?.areas.push({ name: 'Infrastructure', points: 1, max: 3 });
    expect((await drawReport(long)).pages).toBe(1);
  });

  test('carries a long budget over pages', async () => {
    const long = structuredClone(only('budget'));
    const [line] = long.budget?.lines ?? [];
    if (line) long.budget?.lines.push(...Array.from({ length: 50 }, () => ({ ...line })));
    expect((await drawReport(long)).pages).toBeGreaterThan(2);
  });

  test('says so where there is nothing to show yet', async () => {
    const empty: Snapshot = {
      ...CEDAR_RIDGE,
      score: null,
      roadmap: { groups: [], done: [] },
      budget: null,
      forecast: null,
      decisions: [],
    };
    const text = textOf(empty);
    for (const words of [
      'no score to show yet',
      'Nothing is on the roadmap',
      'No budget was sent',
      'Nothing is known of the years ahead',
      'Nothing was decided',
    ])
      expect(text).toContain(words);
    expect((await drawReport(empty)).pages).toBe(6);
  });

  test("wears the MSP's logo, and its letter when the logo is broken or of a type that paper cannot hold", async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const wearing = (logo: string) => ({ ...CEDAR_RIDGE, msp: { ...CEDAR_RIDGE.msp, logo } });
    const plain = await drawReport(CEDAR_RIDGE);
    const withLogo = await drawReport(wearing(`data:image/png;base64,${pixel}`));
    expect(withLogo.pdf.toString('latin1')).toContain('/Subtype /Image');
    for (const logo of ['data:image/png;base64,iVBORw0KGgo=', `data:image/webp;base64,${pixel}`])
      expect((await drawReport(wearing(logo))).pdf.equals(plain.pdf)).toBe(true);
  });
});
