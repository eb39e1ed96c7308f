import { LANE_WORDS } from '../../../shared/planner/words.ts';
import type { FrozenItem, FrozenRoadmap, Snapshot } from '../../../shared/reports/snapshot.ts';
import { costWords, type Formats, ITEM_WORDS, SECTION_TITLES } from '../../../shared/reports/words.ts';
import { nothingYet, opening } from './frame.ts';
import { ITEM_MARKS, marked } from './marks.ts';
import { type Content, cell, type Node, px, say, table } from './paper.ts';

/** A quarter with more rows may run over the page's end. */
const MOST_TOGETHER = 14;

function when({ startDate, endDate }: FrozenItem, { month }: Formats): string {
  if (!startDate) return '';
  const [from, to] = [month(startDate), month(endDate ?? startDate)];
  if (from === to) return from;
  const sameYear = startDate.slice(0, 4) === endDate?.slice(0, 4);
  return `${sameYear ? from.replace(/[,\s]*\d{4}$/, '') : from} – ${to}`;
}

function rows(items: readonly FrozenItem[], formats: Formats): Content[][] {
  return items.map((item) => [
    cell(item.title),
    cell(LANE_WORDS[item.lane], { quiet: true }),
    cell(when(item, formats), { quiet: true }),
    marked(ITEM_MARKS[item.status], ITEM_WORDS[item.status]),
    cell(costWords(item, formats), { right: true }),
  ]);
}

/** Work under one title, and its sum when there is more than one piece of it. */
function group(title: string, items: readonly FrozenItem[], formats: Formats, together = ''): Node {
  const columns = [
    { head: say(title, 'part', { headlineLevel: 2 }), width: '*' as const },
    { head: 'Area', width: 88 },
    { head: 'When', width: 106 },
    { head: 'Status', width: 92 },
    { head: 'Estimate', width: 112, right: true },
  ];
  const sum = [
    cell('Together', { quiet: true }),
    { ...cell(together, { right: true, strong: true }), colSpan: 4 },
    '',
    '',
    '',
  ];
  const body = [...rows(items, formats), ...(together && items.length > 1 ? [sum] : [])];
  return { stack: [table(columns, body)], margin: [0, px(26), 0, 0], unbreakable: items.length <= MOST_TOGETHER };
}

function message({ groups, done }: FrozenRoadmap): string {
  const open = groups.reduce((count, { items }) => count + items.length, 0);
  const ahead = `${open} ${open === 1 ? 'piece' : 'pieces'} of work ${open === 1 ? 'is' : 'are'} planned`;
  const behind =
    done.length > 0 ? `; ${done.length} ${done.length === 1 ? 'was' : 'were'} finished in this period` : '';
  return `${ahead}${behind}. Work over several months stands in the quarter in which it begins.`;
}

/** The roadmap by quarter, then what was finished. */
export function roadmapPages({ roadmap }: Snapshot, formats: Formats, first: boolean): Content[] {
  const title = SECTION_TITLES.roadmap;
  if (!roadmap || roadmap.groups.length + roadmap.done.length === 0) {
    return [
      opening('roadmap', title, 'Nothing is on the roadmap yet.', first),
      nothingYet('Work appears here once it is published to you.'),
    ];
  }
  return [
    opening('roadmap', title, message(roadmap), first),
    ...roadmap.groups.map(({ title: quarter, items, ...sums }) =>
      group(quarter, items, formats, costWords(sums, formats)),
    ),
    ...(roadmap.done.length > 0 ? [group('Finished', roadmap.done, formats)] : []),
  ];
}
