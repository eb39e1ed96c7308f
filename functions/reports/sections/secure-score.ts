import { barsSummary } from '../../../shared/kernel/charts/bars.ts';
import { barsSvg } from '../../../shared/kernel/charts/bars-svg.ts';
import { lineSummary } from '../../../shared/kernel/charts/line-summary.ts';
import { lineSvg } from '../../../shared/kernel/charts/line-svg.ts';
import { freezeScore } from '../../../shared/reports/freezing-score.ts';
import { FrozenScore, type Snapshot } from '../../../shared/reports/snapshot.ts';
import { type Formats, IMPACT_WORDS, scoreMessage } from '../../../shared/reports/words.ts';
import { controlsOf } from '../../m365/controls.service.ts';
import { secureScore as scoreOf } from '../../m365/secure-score.service.ts';
import { opening } from '../pdf/frame.ts';
import { type Content, INK, type Node, part, px, rule, say, strip, TYPE_WIDTH, unbroken } from '../pdf/paper.ts';
import { controlRows, roomBelow } from './score-controls.ts';
import { type Sheet, section } from './section.ts';

const FONTS = 'Inter';
const TREND_HEIGHT = 180;
const AREA_WIDTH = 232;

function figures(score: FrozenScore, { number, percent }: Formats): Node {
  const { withOtherTools, peers } = score;
  return strip([
    {
      label: 'Microsoft says',
      figure: percent(score.percent),
      note: `${number(score.points)} of ${number(score.max)} points`,
    },
    ...(withOtherTools
      ? [
          {
            label: 'Counting your other tools',
            figure: percent(withOtherTools.percent),
            note: `+${number(withOtherTools.points)} points by our own count`,
            lighter: true,
          },
        ]
      : []),
    ...(peers === undefined ? [] : [{ label: 'Peers', figure: percent(peers), note: 'Organizations like yours' }]),
  ]);
}

function trend({ history, events }: FrozenScore, { locale }: Snapshot, { percent }: Formats): Content[] {
  if (history.length < 2) return [];
  const peers = history.filter((point) => point.peers !== undefined);
  const data = {
    series: [
      { name: 'here', points: history.map(({ date, percent: value }) => ({ date, value })) },
      ...(peers.length > 1
        ? [{ name: 'peers', points: history.map(({ date, peers: value }) => ({ date, value: value ?? null })) }]
        : []),
    ],
    events,
    format: percent,
    locale,
  };
  const weeks = history.length - 1;
  const svg = lineSvg(data, {
    width: TYPE_WIDTH,
    height: TREND_HEIGHT,
    title: `Secure Score over ${weeks} weeks`,
    summary: lineSummary(data),
    fontFamily: FONTS,
  });
  return [part(`Last ${weeks} weeks`, 24), { svg, width: px(TYPE_WIDTH) }];
}

function movers({ moves }: FrozenScore, { number }: Formats): Node {
  const rows = moves.map(({ title, area, userImpact, percentPoints }, i): Content[] => [
    say(String(i + 1), 'note'),
    {
      stack: [
        say(title, 'body', { fontSize: px(13), bold: true }),
        say(`${area ? `${area}. ` : ''}${IMPACT_WORDS[userImpact]} impact on people`, 'label', {
          margin: [0, px(1), 0, 0],
        }),
      ],
    },
    say(unbroken(`+${number(percentPoints)} pt`), 'body', { fontSize: px(13), bold: true, alignment: 'right' }),
  ]);
  return {
    stack: [
      part('What would move it most', 22),
      rows.length > 0
        ? { table: { body: rows, widths: [px(16), '*', 'auto'], dontBreakRows: true }, layout: 'roomy' }
        : say('Nothing stands out: what is left is small or needs a decision below.', 'note'),
    ],
    width: '*',
  };
}

function areas({ areas: all }: FrozenScore, { number }: Formats): Node {
  const data = {
    rows: all.map(({ name, points, max }) => ({
      label: name,
      text: `${number(points)} of ${number(max)}`,
      values: [points],
      max,
    })),
  };
  const svg = barsSvg(data, {
    width: AREA_WIDTH,
    title: 'Secure Score by area',
    summary: barsSummary(data),
    fontFamily: FONTS,
  });
  const line = { ...rule(INK.line, px(AREA_WIDTH)), margin: [0, 0, 0, px(6)] };
  return { stack: [part('By area', 22), line, { svg, width: px(AREA_WIDTH) }], width: px(AREA_WIDTH) };
}

/** The Secure Score on one page: message, three numbers, the way it went, what would move it, its controls. */
function pages(score: FrozenScore, { snapshot, formats, first }: Sheet): Content[] {
  return [
    opening('secure-score', secureScore.title, scoreMessage(score), first),
    { ...figures(score, formats), margin: [0, px(24), 0, 0] },
    ...trend(score, snapshot, formats),
    {
      columns: [movers(score, formats), ...(score.areas.length > 0 ? [areas(score, formats)] : [])],
      columnGap: px(32),
    },
    ...controlRows(score, formats, roomBelow(score)),
  ];
}

export const secureScore = section({
  id: 'secure-score',
  title: 'Microsoft 365 Secure Score',
  detail: 'Score, trend, what would move it',
  source: 'Source: Microsoft Graph.',
  usual: true,
  shape: FrozenScore,
  freeze: async (scope, { company: { companyId } }) => {
    const [score, board] = await Promise.all([scoreOf(scope, { companyId }), controlsOf(scope, companyId)]);
    return freezeScore(score, board.controls) ?? undefined;
  },
  absent: 'No score of Microsoft 365 yet',
  needs: { of: 'm365', figures: ['scorePercent'], tells: '{}%' },
  records: ({ controls }) => controls.map(({ controlId: id }) => ({ type: 'control', id })),
  figure: ({ percent, points, max }, formats) => ({
    label: 'Secure Score',
    figure: formats.percent(percent),
    note: `${formats.number(points)} of ${formats.number(max)} points`,
  }),
  pages,
});
