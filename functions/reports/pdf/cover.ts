import type { Section } from '../../../shared/reports/report.ts';
import type { Snapshot } from '../../../shared/reports/snapshot.ts';
import { type Formats, SECTION_TITLES } from '../../../shared/reports/words.ts';
import { accentOf, anchorOf, brandMark } from './frame.ts';
import { type Content, type Figure, INK, PAPER, px, rule, say, strip } from './paper.ts';

function glance(snapshot: Snapshot, { percent, money, number }: Formats): Figure[] {
  const { score, roadmap, budget, decisions } = snapshot;
  const open = roadmap?.groups.reduce((count, { items }) => count + items.length, 0) ?? 0;
  const [next] = roadmap?.groups ?? [];
  const waiting = budget?.lines.filter(({ status }) => status === 'pending').length ?? 0;
  return [
    ...(score
      ? [
          {
            label: 'Secure Score',
            figure: percent(score.percent),
            note: `${number(score.points)} of ${number(score.max)} points`,
          },
        ]
      : []),
    ...(roadmap && next
      ? [{ label: 'On the roadmap', figure: String(open), note: `${next.items.length} in ${next.title}` }]
      : []),
    ...(budget
      ? [
          {
            label: budget.title,
            figure: money(budget.totalMinor),
            note: waiting > 0 ? `${waiting} waiting for you` : 'All lines answered',
          },
        ]
      : []),
    ...(decisions && decisions.length > 0 && !budget
      ? [{ label: 'Decisions', figure: String(decisions.length), note: 'In this period' }]
      : []),
  ];
}

/** The first page: for whom, what, which time, from whom, what is inside. */
export function coverPage(snapshot: Snapshot, formats: Formats): Content[] {
  const { company, title, period, preparedBy, msp, sections, frozenAt } = snapshot;
  const figures = glance(snapshot, formats);
  const inside = sections.filter((section) => section !== 'cover') as Exclude<Section, 'cover'>[];
  const row = (section: Exclude<Section, 'cover'>): Content[] => [
    { ...say(SECTION_TITLES[section], 'body', { fontSize: px(14) }), linkToDestination: anchorOf(section) },
    {
      pageReference: anchorOf(section),
      noWrap: true,
      style: 'body',
      fontSize: px(14),
      alignment: 'right',
      color: INK.quiet,
    },
  ];
  return [
    {
      absolutePosition: { x: 0, y: 0 },
      canvas: [{ type: 'rect', x: 0, y: 0, w: PAPER.width, h: px(8), color: accentOf(snapshot) }],
    },
    {
      columns: [
        brandMark(snapshot, 32),
        { text: msp.name, bold: true, fontSize: px(18), margin: [0, px(6), 0, 0], width: '*' },
      ],
      columnGap: px(12),
      margin: [0, -px(52), 0, 0],
    },
    say(company.name, 'title', {
      fontSize: px(44),
      characterSpacing: -0.6,
      lineHeight: 1.05,
      margin: [0, px(176), px(48), 0],
    }),
    say(title, 'message', { fontSize: px(20), margin: [0, px(14), 0, 0] }),
    say(`${formats.date(period.from)} – ${formats.date(period.to)}`, 'message', {
      color: INK.quiet,
      margin: [0, px(6), 0, 0],
    }),
    ...(figures.length > 0
      ? [{ ...strip(figures), margin: [0, px(56), 0, 0] }]
      : [{ ...rule(), margin: [0, px(56), 0, 0] }]),
    ...(inside.length > 0
      ? [
          say('Inside', 'part', { margin: [0, px(48), 0, px(12)] }),
          { table: { body: inside.map(row), widths: ['*' as const, px(64)] }, layout: 'rows' },
        ]
      : []),
    {
      absolutePosition: { x: px(56), y: px(1024) },
      text: [
        `Prepared by ${preparedBy ? `${preparedBy}, ` : ''}${msp.name}. `,
        `Data frozen ${formats.moment(frozenAt)}: later changes are not in this report.`,
      ],
      style: 'small',
    },
  ];
}
