import { describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../../shared/reports/snapshot.ts';
import { formatsOf } from '../../../shared/reports/words.ts';
import { CEDAR_RIDGE, DECISIONS, only, ROADMAP } from '../testing/cedar-ridge.ts';
import { BUDGET } from '../testing/cedar-ridge-budget.ts';
import { SCORE } from '../testing/cedar-ridge-score.ts';
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

/** Amounts, percentages and counts as printed. */
const amountsIn = (text: string) => new Set(text.match(/\$[\d,]+(?:\.\d+)?/g) ?? []);

describe('the figures on paper', () => {
  const { money } = formatsOf(CEDAR_RIDGE);

  test("of the budget are the snapshot's, each and no other", () => {
    const known = [
      BUDGET.totalMinor,
      BUDGET.approvedMinor,
      BUDGET.waitingMinor,
      BUDGET.rejectedMinor,
      ...BUDGET.quarters,
      ...BUDGET.types.flatMap(({ quarters, totalMinor }) => [...quarters, totalMinor]),
      ...BUDGET.lines.map(({ amountMinor }) => amountMinor),
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
    const road = textOf(only('roadmap'));
    for (const { oneTimeMinor } of ROADMAP.groups) expect(amountsIn(road)).toContain(money(oneTimeMinor));
    const decided = textOf(only('decisions'));
    for (const { amountMinor, what, name } of DECISIONS) {
      expect(decided).toContain(money(amountMinor));
      expect(decided).toContain(what);
      expect(decided).toContain(name);
    }
  });

  test('of decisions count in the sum what stands, not what was answered anew on the successor', () => {
    const before = DECISIONS.map((one) => ({ ...one, budgetTitle: 'The first', isReplaced: true as const }));
    const told = textOf(only('decisions', [...DECISIONS, ...before]));
    const [sentence = ''] = /\d lines? approved with [^.]+\./.exec(textOf(only('decisions'))) ?? [];
    expect(told).toContain(`${sentence} ${before.length} answers were to a budget that was replaced since.`);
    expect(told).toContain('The first, replaced since');
  });

  test("of the Secure Score are Microsoft's, rounded once", () => {
    const text = textOf(only('secure-score'));
    for (const figure of ['46%', '50%', '53%', '123 of 268 points', '+11 points', '48 of 96', '7.8 of 9', '+2.6 pt'])
      expect(text).toContain(figure);
    expect(text).toContain('Your score is 46%, unchanged over 30 days and 7 points below organizations like yours.');
  });

  test('move when the snapshot moves', () => {
    const dearer = only('budget', { ...BUDGET, waitingMinor: BUDGET.waitingMinor + 123_400 });
    expect(textOf(dearer)).toContain('$38,800');
    expect(textOf(only('budget'))).not.toContain('$38,800');
  });

  test.each([
    ['licences', ['29 of 31 licences are in use; 2 are assigned to nobody.', '$264', 'No price', 'Mar 1, 2027']],
    ['devices', ['73 devices are in use, 15 past their lifespan.', '$17,250', 'Q2 2027', 'And 13 more.', 'CRD-IMG-01']],
    ['findings', ['5 wait for a decision; for 1 the work is planned.', 'IMAP sign-in is open', 'And 4 more.']],
    ['goals', ['2 goals are open, 1 needs attention. 1 was achieved in this period.', '64%', 'No date', 'Achieved']],
  ])('of %s are the snapshot’s', (id, words) => {
    const text = textOf(only(id));
    for (const figure of words) expect(text).toContain(figure);
  });
});

describe('the paper', () => {
  let drawn: ReturnType<typeof drawReport> | undefined;
  /** The whole sample, drawn once for all tests. */
  const whole = () => {
    drawn ??= drawReport(CEDAR_RIDGE);
    return drawn;
  };

  test('is the same, byte by byte, for the same data, in another year too, and another for other data', async () => {
    const first = await whole();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-11-23T05:00:00Z') });
    const second = await drawReport(JSON.parse(JSON.stringify(CEDAR_RIDGE)));
    vi.useRealTimers();
    expect(second.pdf.equals(first.pdf)).toBe(true);
    const [one, other] = [only('goals'), { ...only('goals'), title: 'Another review' }];
    expect((await drawReport(other)).pdf.equals((await drawReport(one)).pdf)).toBe(false);
  });

  test('is tagged, has a language, a title and the day on which its data was frozen', async () => {
    const text = (await whole()).pdf.toString('latin1');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/Lang (en)');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('D:20261123184200Z');
  });

  test('takes a page for the cover and one for each section that fits', async () => {
    expect((await whole()).pages).toBe(10);
  });

  test('keeps the Secure Score on one page however long names are', async () => {
    const score = structuredClone(SCORE);
    const name = 'Ensure multifactor authentication is enabled for all users in administrative roles';
    for (const one of [...score.controls, ...score.moves]) one.title = name;
    score.areas.push({ name: 'Infrastructure', points: 1, max: 3 });
    expect((await drawReport(only('secure-score', score))).pages).toBe(1);
  });

  test('carries a long budget over pages', async () => {
    const lines = [
      ...BUDGET.lines,
      ...BUDGET.lines,
      ...BUDGET.lines,
      ...BUDGET.lines,
      ...BUDGET.lines,
      ...BUDGET.lines,
    ];
    expect((await drawReport(only('budget', { ...BUDGET, lines }))).pages).toBeGreaterThan(2);
  });

  test('prints the sections in the order chosen, and tells it on the cover with the note', () => {
    const order = ['cover', 'decisions', 'goals', 'budget'];
    const sections = order.map((id) => ({ id, data: CEDAR_RIDGE.sections.find((one) => one.id === id)?.data }));
    const text = textOf({ ...CEDAR_RIDGE, note: 'A calm quarter.\nThank you for it.', sections });
    expect(text).toContain('A calm quarter.');
    const inside = text.slice(text.indexOf('Inside'));
    const places = ['Decisions', 'Goals', 'Budget'].map((title) => inside.indexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).not.toContain('Roadmap');
  });

  test('is not drawn from data of another shape, or for a section that nobody knows', () => {
    expect(() => reportDocument(only('goals', { open: 'none' }))).toThrow();
    expect(() => reportDocument(only('weather', {}))).toThrow(/nobody can draw: weather/);
  });

  test("wears the MSP's logo, and its letter when the logo is broken or of a type that paper cannot hold", async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const wearing = (logo: string) => ({ ...only('goals'), msp: { ...CEDAR_RIDGE.msp, logo } });
    const plain = await drawReport(only('goals'));
    const withLogo = await drawReport(wearing(`data:image/png;base64,${pixel}`));
    expect(withLogo.pdf.toString('latin1')).toContain('/Subtype /Image');
    for (const logo of ['data:image/png;base64,iVBORw0KGgo=', `data:image/webp;base64,${pixel}`])
      expect((await drawReport(wearing(logo))).pdf.equals(plain.pdf)).toBe(true);
  });
});
