import { CLIENT_ITEM_WORDS, LANE_WORDS } from '../../../shared/planner/words.ts';
import { freezeRoadmap } from '../../../shared/reports/freezing.ts';
import { type FrozenItem, FrozenRoadmap } from '../../../shared/reports/snapshot.ts';
import { costWords, type Formats } from '../../../shared/reports/words.ts';
import { publishedItems } from '../../planner/publishing.service.ts';
import { opening } from '../pdf/frame.ts';
import { ITEM_MARKS, marked } from '../pdf/marks.ts';
import { type Content, cell, type Node, px, say, table } from '../pdf/paper.ts';
import { type Sheet, section } from './section.ts';

/** A quarter with more rows may run over the page's end. */
const MOST_TOGETHER = 14;

function when({ startDate, endDate, completedOn }: FrozenItem, { month }: Formats): string {
  if (completedOn) return month(completedOn);
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
    marked(ITEM_MARKS[item.status], CLIENT_ITEM_WORDS[item.status]),
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

function message(data: FrozenRoadmap): string {
  const { done } = data;
  const open = openIn(data);
  const ahead = `${open} ${open === 1 ? 'piece' : 'pieces'} of work ${open === 1 ? 'is' : 'are'} planned`;
  const behind =
    done.length > 0 ? `; ${done.length} ${done.length === 1 ? 'was' : 'were'} finished in this period` : '';
  return `${ahead}${behind}. Work over several months stands in the quarter in which it begins.`;
}

const openIn = ({ groups }: FrozenRoadmap) => groups.reduce((count, { items }) => count + items.length, 0);

/** The roadmap by quarter, then what was finished. */
function pages(data: FrozenRoadmap, { formats, first }: Sheet): Content[] {
  return [
    opening('roadmap', roadmap.title, message(data), first),
    ...data.groups.map(({ title, items, ...sums }) => group(title, items, formats, costWords(sums, formats))),
    ...(data.done.length > 0 ? [group('Finished', data.done, formats)] : []),
  ];
}

export const roadmap = section({
  id: 'roadmap',
  title: 'Roadmap',
  detail: 'Published work by quarter, and what was finished',
  source: 'Source: your published roadmap.',
  usual: true,
  shape: FrozenRoadmap,
  freeze: async (scope, { company: { companyId, fiscalYearStart, timeZone }, period, today }) => {
    const data = freezeRoadmap(await publishedItems(scope, companyId), { today, period, fiscalYearStart, timeZone });
    return data.groups.length + data.done.length > 0 ? data : undefined;
  },
  absent: 'No work published yet',
  needs: { of: 'planner', figures: [] },
  records: ({ groups, done }) =>
    [...groups.flatMap(({ items }) => items), ...done].map(({ plannerItemId: id }) => ({ type: 'planner-item', id })),
  figure: (data) => {
    const [next] = data.groups;
    return next
      ? { label: 'On the roadmap', figure: String(openIn(data)), note: `${next.items.length} in ${next.title}` }
      : undefined;
  },
  pages,
});
