import { z } from 'zod';
import { type FindingRow, RISKS, Risk, riskOrder } from '../../../shared/findings/finding.ts';
import { RISK_WORDS } from '../../../shared/findings/words.ts';
import { every } from '../../../shared/kernel/every.ts';
import { list } from '../../findings/findings.service.ts';
import { opening } from '../pdf/frame.ts';
import { marked, type Shape } from '../pdf/marks.ts';
import { type Content, cell, part, px, say, strip, table } from '../pdf/paper.ts';
import { type Sheet, section } from './section.ts';

/** Rows of the table; the strip above counts all. */
const MOST_ROWS = 20;

const FrozenFindings = z.object({
  byRisk: z.record(Risk, z.int()),
  open: z.int(),
  planned: z.int(),
  worst: z.array(
    z.object({
      findingId: z.string(),
      title: z.string(),
      why: z.string(),
      risk: Risk,
      planned: z.boolean(),
      raisedAt: z.string(),
    }),
  ),
});
type FrozenFindings = z.infer<typeof FrozenFindings>;

const MARKS: Record<Risk, Shape> = { critical: 'cross', high: 'warn', medium: 'dot', low: 'dashed' };

/** What was found and is not healed: worst first, oldest first. Why some were dismissed stays with staff. */
export function freezeFindings(found: readonly FindingRow[]): FrozenFindings | undefined {
  if (found.length === 0) return undefined;
  const count = (keep: (row: FindingRow) => boolean) => found.filter(keep).length;
  const sorted = found.toSorted(
    (a, b) => riskOrder(a.risk) - riskOrder(b.risk) || a.raisedAt.localeCompare(b.raisedAt),
  );
  return {
    byRisk: Object.fromEntries(RISKS.map((risk) => [risk, count((row) => row.risk === risk)])) as Record<Risk, number>,
    open: count(({ status }) => status === 'open'),
    planned: count(({ status }) => status === 'planned'),
    worst: sorted.slice(0, MOST_ROWS).map(({ findingId, title, why, risk, status, raisedAt }) => ({
      findingId,
      title,
      why: why.slice(0, 200),
      risk,
      planned: status === 'planned',
      raisedAt,
    })),
  };
}

function message({ open, planned }: FrozenFindings): string {
  const waiting =
    open === 0 ? 'Nothing waits for a decision' : `${open} ${open === 1 ? 'waits' : 'wait'} for a decision`;
  return `${waiting}; for ${planned} the work is planned.`;
}

function pages(data: FrozenFindings, { formats, first }: Sheet): Content[] {
  const { byRisk, worst, open, planned } = data;
  const more = open + planned - worst.length;
  const rows = worst.map(({ title, why, risk, planned: isPlanned, raisedAt }): Content[] => [
    { stack: [cell(title, { strong: true }), say(why, 'label', { margin: [0, px(1), 0, 0] })] },
    marked(MARKS[risk], RISK_WORDS[risk]),
    cell(isPlanned ? 'Planned' : 'To decide', { quiet: true }),
    cell(formats.day(raisedAt), { right: true, quiet: true }),
  ]);
  return [
    opening('findings', findings.title, message(data), first),
    {
      ...strip(RISKS.map((risk) => ({ label: RISK_WORDS[risk], figure: formats.number(byRisk[risk]), note: 'Risk' }))),
      margin: [0, px(24), 0, 0],
    },
    part(more > 0 ? `The ${worst.length} that weigh most` : 'One by one', 24),
    table(
      [
        { head: 'What', width: '*' },
        { head: 'Risk', width: 88 },
        { head: 'Next', width: 72 },
        { head: 'Found', width: 92, right: true },
      ],
      rows,
    ),
    ...(more > 0 ? [say(`And ${more} more.`, 'note', { margin: [0, px(10), 0, 0] })] : []),
  ];
}

export const findings = section({
  id: 'findings',
  title: 'Findings',
  detail: 'What was found and is not healed; look through it before it goes out',
  source: 'Source: connected systems.',
  // Findings that nobody has looked at are the MSP's own until somebody chooses to show them.
  usual: false,
  shape: FrozenFindings,
  freeze: async (scope, { company: { companyId } }) => {
    const those = (status: 'open' | 'planned') =>
      every((cursor) => list(scope, { companyId, status, limit: 100, cursor }));
    return freezeFindings((await Promise.all([those('open'), those('planned')])).flat());
  },
  absent: 'No findings',
  needs: { of: 'findings', figures: ['open', 'planned'], tells: '{} open or planned' },
  records: ({ worst }) => worst.map(({ findingId: id }) => ({ type: 'finding', id })),
  pages,
});
