import { COVER } from '../../../shared/reports/cover.ts';
import type { SectionId } from '../../../shared/reports/report.ts';
import type { Snapshot } from '../../../shared/reports/snapshot.ts';
import { formatsOf } from '../../../shared/reports/words.ts';
import { sectionOf } from '../sections.ts';
import { anchorOf, foot, head, PAGE_MARGINS, PAGE_SIZE } from './frame.ts';
import { type Content, INK, STYLES } from './paper.ts';

/** Language of the words; numbers and dates follow the MSP's locale. */
const LANGUAGE = 'en';

/** pdfmake notes on each text where it was put; the foot is drawn after that. */
interface Placed {
  id?: string;
  stack?: Placed[];
  positions?: { pageNumber: number }[];
}

/** The section that a page belongs to: the last one whose opening stands on it or before. */
function sectionAt(sections: readonly SectionId[], content: readonly Content[], page: number): SectionId | undefined {
  const openings = (content as readonly Placed[]).flatMap(({ stack }) => stack ?? []);
  const begins = (section: SectionId) =>
    openings.find(({ id }) => id === anchorOf(section))?.positions?.[0]?.pageNumber ?? 1;
  return sections.findLast((section) => begins(section) <= page);
}

/** The sections of a snapshot with how they are drawn. */
function drawnSections(snapshot: Snapshot) {
  return snapshot.sections.map(({ id, data }) => {
    const section = sectionOf(id);
    if (!section) throw new Error(`The snapshot holds a section that nobody can draw: ${id}.`);
    return { section, data };
  });
}

/**
 * The report as pdfmake's document definition, out of the snapshot and nothing else: no clock, no machine's zone, no
 * randomness.
 */
export function reportDocument(snapshot: Snapshot) {
  const formats = formatsOf(snapshot);
  const { company, title, msp, frozenAt } = snapshot;
  const sections = drawnSections(snapshot);
  const ids = sections.map(({ section }) => section.id);
  const figures = sections.flatMap(({ section, data }) => section.figure?.(data, formats) ?? []);
  const inside = sections.flatMap(({ section: { id, title: name } }) => (id === COVER ? [] : [{ id, title: name }]));
  const content = sections.flatMap(({ section, data }, i) =>
    section.pages(data, { snapshot, formats, first: i === 0, figures, inside }),
  );
  const footOf = (page: number, pages: number): Content => {
    const id = sectionAt(ids, content, page);
    if (id === undefined || id === COVER) return '';
    return foot(snapshot, formats, sectionOf(id)?.source ?? '', page, pages);
  };
  return {
    content,
    pageSize: PAGE_SIZE,
    pageMargins: [...PAGE_MARGINS],
    header: (page: number) => head(snapshot, page),
    footer: footOf,
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
