import { z } from 'zod';
import { COVER } from '../../../shared/reports/cover.ts';
import { accentOf, anchorOf, brandMark } from '../pdf/frame.ts';
import { type Content, INK, PAPER, px, rule, say, strip } from '../pdf/paper.ts';
import { type Sheet, section } from './section.ts';

/** Figures that stand side by side without being cut. */
const MOST_FIGURES = 4;

/** The first page: for whom, what, which time, from whom, what is inside. */
function pages(_: object, { snapshot, formats, figures, inside }: Sheet): Content[] {
  const { company, title, note, period, preparedBy, msp, frozenAt } = snapshot;
  const shown = figures.slice(0, MOST_FIGURES);
  const row = ({ id, title: name }: Sheet['inside'][number]): Content[] => [
    { ...say(name, 'body', { fontSize: px(14) }), linkToDestination: anchorOf(id) },
    {
      pageReference: anchorOf(id),
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
      margin: [0, px(note ? 96 : 176), px(48), 0],
    }),
    say(title, 'message', { fontSize: px(20), margin: [0, px(14), 0, 0] }),
    say(`${formats.date(period.from)} – ${formats.date(period.to)}`, 'message', {
      color: INK.quiet,
      margin: [0, px(6), 0, 0],
    }),
    ...(note ? [say(note, 'message', { color: INK.text, margin: [0, px(32), px(96), 0] })] : []),
    { ...(shown.length > 0 ? strip(shown) : rule()), margin: [0, px(note ? 36 : 56), 0, 0] },
    ...(inside.length > 0
      ? [
          say('Inside', 'part', { margin: [0, px(note ? 32 : 48), 0, px(12)] }),
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

export const cover = section({
  id: COVER,
  title: 'Cover',
  detail: 'Client, period, your note, what is inside',
  usual: true,
  frame: true,
  shape: z.object({}),
  freeze: async () => ({}),
  absent: '',
  pages,
});
