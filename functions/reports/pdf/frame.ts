import { fitText, textWidth } from '../../../shared/kernel/charts/text-width.ts';
import { COVER } from '../../../shared/reports/cover.ts';
import type { SectionId } from '../../../shared/reports/report.ts';
import type { Snapshot } from '../../../shared/reports/snapshot.ts';
import type { Formats } from '../../../shared/reports/words.ts';
import { type Content, INK, MARGIN, type Node, PAPER, px, rule, say } from './paper.ts';

/** Image types that a PDF can hold; a logo of another type gives way to the letter. */
const PRINTABLE = /^data:image\/(?:png|jpeg);base64,/;

/** The MSP's colour; its form is checked, because it goes into a drawing. */
export const accentOf = ({ msp }: Snapshot): string => (/^#[0-9a-f]{6}$/.test(msp.accent) ? msp.accent : INK.dark);

/** The MSP's mark: its logo, else its first letter on its colour. */
export function brandMark(snapshot: Snapshot, size: number): Node {
  const { msp } = snapshot;
  if (PRINTABLE.test(msp.logo)) return { image: msp.logo, fit: [px(size * 5), px(size)], width: 'auto' };
  const [letter = ''] = msp.name.trim().toUpperCase();
  const drawable = /^[\p{L}\p{N}]$/u.test(letter) ? letter : '';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20"><rect width="20" height="20" rx="4" fill="${accentOf(snapshot)}"/>` +
    `<text x="10" y="14" font-family="Inter" font-weight="600" font-size="11" fill="#ffffff" text-anchor="middle">${drawable}</text></svg>`;
  return { svg, width: px(size) };
}

/** Pixels of the head for company and title, beside the MSP's mark and name. */
const HEAD_WIDTH = 500;

/** The running head: whose report, and from whom. The cover has none. */
export function head(snapshot: Snapshot, page: number): Content {
  if (page === 1 && snapshot.sections[0]?.id === COVER) return '';
  const company = fitText(snapshot.company.name, 340, 12);
  const text: Content[] = [
    { text: company, bold: true },
    { text: `   ${fitText(snapshot.title, HEAD_WIDTH - textWidth(company, 12), 12)}`, color: INK.quiet },
  ];
  return {
    margin: [MARGIN, px(46), MARGIN, 0],
    stack: [
      {
        columns: [
          { text, width: '*', margin: [0, px(4), 0, 0] },
          brandMark(snapshot, 20),
          {
            text: fitText(snapshot.msp.name, 130, 12),
            noWrap: true,
            bold: true,
            width: 'auto',
            margin: [0, px(4), 0, 0],
          },
        ],
        columnGap: px(8),
        fontSize: px(12),
      },
      { ...rule(INK.dark), margin: [0, px(11), 0, 0] },
    ],
  };
}

/** The running foot: how old the data is, where it comes from, that estimates are estimates, which page. */
export function foot(snapshot: Snapshot, formats: Formats, source: string, page: number, pages: number): Content {
  const parts = [`Data frozen ${formats.moment(snapshot.frozenAt)}.`, source, 'Estimates, not quotes.'].filter(Boolean);
  return {
    margin: [MARGIN, px(2), MARGIN, 0],
    stack: [
      { ...rule(), margin: [0, 0, 0, px(11)] },
      {
        columns: [
          say(parts.join(' '), 'small', { width: '*' }),
          say(`Page ${page} of ${pages}`, 'small', { width: 'auto' }),
        ],
      },
    ],
  };
}

/** Name under which the cover finds a section's page. */
export const anchorOf = (section: SectionId): string => `section-${section}`;

/** Head of a section: it begins a page, names it, and says its one message. */
export function opening(section: SectionId, title: string, message: string, first: boolean): Node {
  return {
    stack: [
      say(title, 'title', { id: anchorOf(section), headlineLevel: 1, outline: true, outlineText: title }),
      say(message, 'message', { margin: [0, px(8), px(96), 0] }),
    ],
    ...(first ? {} : { pageBreak: 'before' }),
  };
}

/** Margins that leave room for head and foot. */
export const PAGE_MARGINS = [MARGIN, px(112), MARGIN, px(69)] as const;
export const PAGE_SIZE = { width: PAPER.width, height: PAPER.height };
