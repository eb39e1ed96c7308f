import type { z } from 'zod';
import type { Company } from '../../../shared/companies/company.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar.ts';
import type { LinkEnd } from '../../../shared/kernel/link.ts';
import type { Period, SectionId } from '../../../shared/reports/report.ts';
import type { SectionFacts } from '../../../shared/reports/section-facts.ts';
import type { Snapshot } from '../../../shared/reports/snapshot.ts';
import type { Formats } from '../../../shared/reports/words.ts';
import type { Scope } from '../../_kit/scope.ts';
import type { Content, Figure } from '../pdf/paper.ts';

/** What a section's data is read for. */
export interface Ground {
  company: Company;
  period: Period;
  /** The client's day. */
  today: CalendarDate;
}

/** What a section is drawn into. */
export interface Sheet {
  snapshot: Snapshot;
  formats: Formats;
  /** It begins the report: no page breaks before it. */
  first: boolean;
  /** What the sections say in one figure each, and where each begins: for the cover. */
  figures: readonly Figure[];
  inside: readonly { id: SectionId; title: string }[];
}

/** A section of reports: how its data is read, frozen and drawn. `D` is what the snapshot keeps of it. */
interface Definition<D> extends SectionFacts {
  /** Where its figures come from, in the foot of its pages. */
  source?: string;
  /** It says nothing of its own: a report of such sections alone is not made. */
  frame?: true;
  shape: z.ZodType<D>;
  /** Reads what the client may see, now; undefined when there is nothing to show. */
  freeze(scope: Scope, ground: Ground): Promise<D | undefined>;
  /** The records whose figures it shows. */
  records?(data: D): LinkEnd[];
  /** What the cover says of it. */
  figure?(data: D, formats: Formats): Figure | undefined;
  pages(data: D, sheet: Sheet): Content[];
}

/** Any section: what it froze comes back from a file, and is looked at before it is used. */
export type Section = Definition<unknown>;

export function section<D>({ shape, records, figure, pages, ...rest }: Definition<D>): Section {
  return {
    ...rest,
    shape,
    pages: (data, sheet) => pages(shape.parse(data), sheet),
    ...(records ? { records: (data) => records(shape.parse(data)) } : {}),
    ...(figure ? { figure: (data, formats) => figure(shape.parse(data), formats) } : {}),
  };
}
