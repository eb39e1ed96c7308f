import { fitText, textWidth } from '../../../shared/kernel/charts/text-width.ts';
import type { FrozenScore } from '../../../shared/reports/snapshot.ts';
import { CONTROL_WORDS, type Formats, IMPACT_WORDS } from '../../../shared/reports/words.ts';
import { marked, STANDING_MARKS } from '../pdf/marks.ts';
import { type Content, cell, part, STYLES, TYPE_WIDTH, table } from '../pdf/paper.ts';

type Control = FrozenScore['controls'][number];

/** Pixels: a row of one line, each further line, and the columns whose text may wrap. */
const ROW = 26;
const LINE = 16.6;
const PADDING = 16;
const POINTS = 66;
const IMPACT = 76;
const STATUS = 108;
const PROOF = 140;
const MOVE_WIDTH = 330;
/** Two lines, less what uneven breaks leave empty. */
const TWO_LINES = 1.85;

/** Room for rows when everything above has its usual height: four areas, three moves of two lines each. */
const USUAL_ROOM = 7 * ROW + 6;
const USUAL_BLOCK = 175;

/** Lines that a text takes; words break unevenly, so a little more than its width counts. */
function linesOf(text: string, size: number, width: number): number {
  const wide = textWidth(text, size);
  return wide <= width ? 1 : Math.ceil((wide * 1.06) / width);
}

/** Pixels left for the table's rows below what would move the score and the areas. */
export function roomBelow({ moves, areas }: FrozenScore): number {
  const moved = moves.reduce((sum, { title }) => sum + 52 + (linesOf(title, 13, MOVE_WIDTH) - 1) * LINE, 0);
  return USUAL_ROOM - Math.max(0, Math.max(moved, areas.length * 42 + 7) - USUAL_BLOCK);
}

const proofOf = ({ until, proof }: Control, { date }: Formats) => (until ? `Until ${date(until)}` : proof);

/** The controls that fit into the room, in their order. */
function fitting(all: readonly Control[], room: number, titleWidth: number, formats: Formats): Control[] {
  let left = room;
  return all.filter((control) => {
    const lines = Math.max(linesOf(control.title, 12, titleWidth), linesOf(proofOf(control, formats), 12, PROOF));
    left -= ROW + (lines - 1) * LINE;
    return left >= 0;
  });
}

/** The controls with most to gain, as many as the page holds, and how many there are. */
export function controlRows(score: FrozenScore, formats: Formats, room: number): Content[] {
  const { number } = formats;
  const proven = score.controls.some((control) => proofOf(control, formats) !== '');
  const fixed = POINTS + IMPACT + STATUS + 3 * PADDING + (proven ? PROOF + PADDING : 0);
  const titleWidth = TYPE_WIDTH - fixed;
  const cut = score.controls.map((one) => ({ ...one, title: fitText(one.title, titleWidth * TWO_LINES, 12) }));
  const shown = fitting(cut, room, titleWidth, formats);
  const all = score.controls.length + score.moreControls;
  const count = all > shown.length ? `   the ${shown.length} with most to gain, of ${all}` : '';
  const rows = shown.map((control): Content[] => [
    cell(control.title, { strong: true }),
    cell(`${number(control.points)} of ${number(control.max)}`, { right: true }),
    cell(IMPACT_WORDS[control.userImpact], { quiet: true }),
    marked(STANDING_MARKS[control.standing], CONTROL_WORDS[control.standing]),
    ...(proven ? [cell(proofOf(control, formats), { quiet: true })] : []),
  ]);
  const columns = [
    { head: 'Control', width: '*' as const },
    { head: 'Points', width: POINTS, right: true },
    { head: 'User impact', width: IMPACT },
    { head: 'Status', width: STATUS },
    ...(proven ? [{ head: 'Proof', width: PROOF }] : []),
  ];
  return [{ ...part('', 18), text: ['Controls', { text: count, ...STYLES.label, bold: false }] }, table(columns, rows)];
}
