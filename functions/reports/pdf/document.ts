import type { Section } from '../../../shared/reports/report.ts';
import type { Snapshot } from '../../../shared/reports/snapshot.ts';
import { type Formats, formatsOf } from '../../../shared/reports/words.ts';
import { budgetPages } from './budget.ts';
import { coverPage } from './cover.ts';
import { decisionPages } from './decisions.ts';
import { forecastPage } from './forecast.ts';
import { anchorOf, foot, head, PAGE_MARGINS, PAGE_SIZE } from './frame.ts';
import { type Content, INK, STYLES } from './paper.ts';
import { roadmapPages } from './roadmap.ts';
import { secureScorePage } from './secure-score.ts';

type Builder = (snapshot: Snapshot, formats: Formats, first: boolean) => Content[];

const PAGES: Record<Exclude<Section, 'cover'>, Builder> = {
  'secure-score': secureScorePage,
  roadmap: roadmapPages,
  budget: budgetPages,
  forecast: forecastPage,
  decisions: decisionPages,
};

/** Language of the words; numbers and dates follow the MSP's locale. */
const LANGUAGE = 'en';

/** pdfmake notes on each text where it was put; the foot is drawn after that. */
interface Placed {
  id?: string;
  stack?: Placed[];
  positions?: { pageNumber: number }[];
}

/** The section that a page belongs to: the last one whose opening stands on it or before. */
function sectionAt(sections: readonly Section[], content: readonly Content[], page: number): Section {
  const openings = (content as readonly Placed[]).flatMap(({ stack }) => stack ?? []);
  const begins = (section: Section) =>
    openings.find(({ id }) => id === anchorOf(section))?.positions?.[0]?.pageNumber ?? 1;
  return sections.findLast((section) => begins(section) <= page) ?? 'cover';
}

/**
 * The report as pdfmake's document definition, out of the snapshot and nothing else: no clock, no machine's zone, no
 * randomness.
 */
export function reportDocument(snapshot: Snapshot) {
  const formats = formatsOf(snapshot);
  const { sections, company, title, msp, frozenAt } = snapshot;
  const content = sections.flatMap((section, i) =>
    section === 'cover' ? coverPage(snapshot, formats) : PAGES[section](snapshot, formats, i === 0),
  );
  return {
    content,
    pageSize: PAGE_SIZE,
    pageMargins: [...PAGE_MARGINS],
    header: (page: number) => head(snapshot, page),
    footer: (page: number, pages: number) => foot(snapshot, formats, sectionAt(sections, content, page), page, pages),
    styles: STYLES,
    defaultStyle: { font: 'Inter', fontSize: 9, color: INK.text, lineHeight: 1.15 },
    info: {
      title: `${company.name}: ${title}`,
      author: msp.name,
      subject: title,
      creator: 'Fairlead',
      producer: 'Fairlead',
      creationDate: new Date(frozenAt),
      modDate: new Date(frozenAt),
    },
    language: LANGUAGE,
    tagged: true,
    displayTitle: true,
    version: '1.7',
    // A heading at the foot of a page goes over with what it heads.
    pageBreakBefore: (node: { headlineLevel?: number }, near: { getFollowingNodesOnPage(): unknown[] }) =>
      node.headlineLevel === 2 && near.getFollowingNodesOnPage().length === 0,
  };
}
