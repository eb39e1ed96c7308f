import { z } from 'zod';
import { addMonths, monthOf } from '../../../shared/kernel/date.ts';
import { plainText } from '../../../shared/m365/plain-text.ts';
import { peersOf, type Reading } from '../../../shared/m365/secure-score.ts';
import type { Op } from '../../_kit/operations.ts';
import type { Scope } from '../../_kit/scope.ts';
import { find, findMany } from '../../_kit/store.ts';
import { todayOf } from '../../_kit/today.ts';
import { type Changed, type DataSet, type Target, unreadable, vendorKey } from '../../integrations/data-set.service.ts';
import { mirror } from '../../integrations/mirror.service.ts';
import { ControlNotesEntity, ControlPointsEntity, type DayReading, ScoreMonthEntity } from '../secure-score.entity.ts';

/** Microsoft has 90 daily readings; later the last week is enough, as days may come late. */
const FIRST_DAYS = 90;
const LATER_DAYS = 7;
const KEPT_MONTHS = 24;

/** Graph declares four fields of a control's score and sends more, numbers at times as text. */
const number = z.coerce.number().finite();
const ControlScore = z.object({
  controlName: z.string().min(1).max(100),
  score: number.nullish(),
  implementationStatus: z.string().nullish(),
});

/** Source: Microsoft Graph, "secureScore resource type". */
const GraphScore = z.object({
  id: z.string().regex(/_\d{4}-\d{2}-\d{2}$/, 'not a tenant and a date'),
  currentScore: number,
  maxScore: number.positive(),
  averageComparativeScores: z.array(z.object({ basis: z.string(), averageScore: number })).catch([]),
  controlScores: z.array(z.unknown()).default([]),
});

interface ScoreContent extends Reading {
  points: Record<string, number>;
  notes: Record<string, string>;
}

function pointsOf(rows: readonly unknown[]): Pick<ScoreContent, 'points' | 'notes'> {
  const points: ScoreContent['points'] = {};
  const notes: ScoreContent['notes'] = {};
  for (const row of rows) {
    const parsed = ControlScore.safeParse(row);
    if (!parsed.success) continue;
    const { controlName, score, implementationStatus } = parsed.data;
    points[controlName] = score ?? 0;
    const note = plainText(implementationStatus, 160);
    if (note) notes[controlName] = note;
  }
  return { points, notes };
}

function withDays(scope: Scope, { companyId }: Target, changed: readonly Changed<ScoreContent>[]) {
  const byMonth = Map.groupBy(changed, ({ content }) => monthOf(content.date));
  const oldest = monthOf(addMonths(todayOf(scope), -KEPT_MONTHS));
  return [...byMonth]
    .filter(([month]) => month >= oldest)
    .map(([month, own]) => ({
      month,
      key: { mspId: scope.mspId, companyId, month },
      days: Object.fromEntries(
        own.map(({ content: { date, current, max, allTenants, peers } }): [string, DayReading] => [
          date,
          [current, max, allTenants ?? null, peers ?? null],
        ]),
      ),
    }));
}

/** The month's rows end two years after the month. */
function endOf(month: string): number {
  return Math.floor(Date.parse(`${addMonths(`${month}-01`, KEPT_MONTHS + 1)}T00:00:00Z`) / 1_000);
}

async function monthOps(scope: Scope, target: Target, changed: readonly Changed<ScoreContent>[]): Promise<Op[]> {
  const months = withDays(scope, target, changed);
  const stored = await findMany(
    scope,
    ScoreMonthEntity,
    months.map(({ key }) => ScoreMonthEntity.get(key)),
  );
  return months.map(({ month, key, days }) => {
    const before = stored.find((row) => row.month === month);
    const row = { ...key, days: { ...before?.days, ...days }, ttl: endOf(month) };
    return mirror(ScoreMonthEntity, row, before);
  });
}

async function pointsOps(
  scope: Scope,
  { companyId }: Target,
  changed: readonly Changed<ScoreContent>[],
): Promise<Op[]> {
  const newest = changed.map(({ content }) => content).toSorted((a, b) => b.date.localeCompare(a.date))[0];
  if (!newest) return [];
  const key = { mspId: scope.mspId, companyId };
  const [before, notes] = await Promise.all([
    find(scope, ControlPointsEntity, ControlPointsEntity.get(key), { consistent: true }),
    find(scope, ControlNotesEntity, ControlNotesEntity.get(key), { consistent: true }),
  ]);
  if (before && before.date > newest.date) return [];
  return [
    mirror(ControlPointsEntity, { ...key, date: newest.date, points: newest.points }, before),
    mirror(ControlNotesEntity, { ...key, notes: newest.notes }, notes),
  ];
}

/** Daily readings by their own date: the same day read twice is one reading, a missed day comes later. */
export const secureScore: DataSet<ScoreContent> = {
  name: 'secure-score',
  listing: 'window',
  parts: 1,
  pages: 1,
  request: (first) => ({
    path: '/security/secureScores',
    query: { $top: String(first ? FIRST_DAYS : LATER_DAYS) },
  }),
  read: (row) => {
    const parsed = GraphScore.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error);
    const { id, currentScore: current, maxScore: max, averageComparativeScores, controlScores } = parsed.data;
    const date = id.slice(-10);
    const content = { date, current, max, ...peersOf(averageComparativeScores), ...pointsOf(controlScores) };
    return { kind: 'record', key: vendorKey(id), label: date, content };
  },
  async write(scope, target, changed) {
    return { ops: [...(await monthOps(scope, target, changed)), ...(await pointsOps(scope, target, changed))] };
  },
  async remove() {
    return [];
  },
};
