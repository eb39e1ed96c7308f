import type { SectionId } from '../../shared/reports/report.ts';
import { budget } from './sections/budget.ts';
import { cover } from './sections/cover.ts';
import { decisions } from './sections/decisions.ts';
import { devices } from './sections/devices.ts';
import { findings } from './sections/findings.ts';
import { forecast } from './sections/forecast.ts';
import { goals } from './sections/goals.ts';
import { licences } from './sections/licences.ts';
import { roadmap } from './sections/roadmap.ts';
import type { Section } from './sections/section.ts';
import { secureScore } from './sections/secure-score.ts';

/**
 * Every section that a report can have, in the order of an MSP that keeps none of its own. A new one is a file in `sections/` and
 * a line here; `node scripts/docs/generate.ts` then tells pages and the API of it.
 */
export const SECTIONS: readonly Section[] = [
  cover,
  secureScore,
  licences,
  devices,
  findings,
  goals,
  roadmap,
  budget,
  forecast,
  decisions,
];

const BY_ID = new Map(SECTIONS.map((section) => [section.id, section]));

/** The section of a name; a report may name one that is gone meanwhile. */
export const sectionOf = (id: SectionId): Section | undefined => BY_ID.get(id);
