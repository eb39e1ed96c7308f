import { controlStatusSet } from '../../events/m365.ts';
import { changedMeanwhile, notFound } from '../../shared/kernel/error.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import {
  type Control,
  type ControlDecision,
  type ControlDetail,
  type ControlFilter,
  isToDo,
  type NewControlDecision,
  statusToday,
  winScore,
} from '../../shared/m365/control.ts';
import { commit } from '../_kit/commit.ts';
import { openCursor, sealCursor } from '../_kit/cursor.ts';
import { change, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import { vendorKey } from '../integrations/data-set.service.ts';
import { linksAt } from '../platform/links.service.ts';
import { orUnknown } from './known-company.ts';
import {
  ControlBoardEntity,
  ControlDecisionEntity,
  type ControlDecisionRow,
  ControlNotesEntity,
  ControlPointsEntity,
  ControlTextEntity,
} from './secure-score.entity.ts';

const MOST_DECISIONS = 1_000;
/** Controls that are pointed out as quick wins. */
const QUICK_WINS = 3;

function decisionOf({
  controlId,
  status,
  evidence,
  reason,
  until,
  updatedAt,
  updatedBy,
}: ControlDecisionRow): ControlDecision {
  return { controlId, status, evidence, reason, until, decidedAt: updatedAt, decidedBy: updatedBy };
}

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * The controls that a company is scored on, with today's points and our own status, most open points first. Controls
 * without points (not scored for this tenant) and points without a profile are left out.
 */
export async function controlsOf(scope: Scope, companyId: string): Promise<{ date?: string; controls: Control[] }> {
  const key = { mspId: scope.mspId, companyId };
  const [board, points, decisions] = await Promise.all([
    find(scope, ControlBoardEntity, ControlBoardEntity.get(key)),
    find(scope, ControlPointsEntity, ControlPointsEntity.get(key)),
    all(scope, ControlDecisionEntity, ControlDecisionEntity.query.ofCompany(key), { most: MOST_DECISIONS }),
  ]);
  if (!board || !points) return { controls: [] };
  const today = todayOf(scope);
  const decided = new Map(decisions.map((row) => [row.controlId, row]));
  const controls = board.lines.flatMap((line): Control[] => {
    const [controlId, title, category, service, tier, max, impact, cost] = line;
    const earned = points.points[controlId];
    if (earned === undefined) return [];
    const row = decided.get(controlId);
    const decision = row && decisionOf(row);
    const open = round(Math.max(0, max - earned));
    return [
      {
        controlId,
        title,
        category,
        service,
        tier,
        points: round(earned),
        max,
        open,
        impact,
        cost,
        status: statusToday(decision, open, today),
        ...(decision ? { decision } : {}),
        v: row?.v ?? 0,
        quickWin: false,
        winScore: winScore(open, cost, impact),
      },
    ];
  });
  controls.sort((a, b) => b.open - a.open || a.controlId.localeCompare(b.controlId));
  const wins = new Set(quickWins(controls).map(({ controlId }) => controlId));
  return { date: points.date, controls: controls.map((one) => ({ ...one, quickWin: wins.has(one.controlId) })) };
}

/** What to do first: most points for least cost and disturbance, of the controls nobody has decided about. */
export function quickWins(controls: readonly Control[]): Control[] {
  return controls
    .filter(({ status, open, cost, impact }) => isToDo(status) && open > 0 && cost !== 'high' && impact !== 'high')
    .toSorted((a, b) => b.winScore - a.winScore || a.controlId.localeCompare(b.controlId))
    .slice(0, QUICK_WINS);
}

const ORDER: Record<ControlFilter['order'], (a: Control, b: Control) => number> = {
  open: (a, b) => Number(isToDo(b.status)) - Number(isToDo(a.status)) || b.open - a.open,
  points: (a, b) => b.max - a.max,
  category: (a, b) => a.category.localeCompare(b.category) || b.open - a.open,
};

/** A page of the controls. They are read together anyway, so a page is a slice of them. */
export async function controls(
  scope: Scope,
  { companyId, limit, cursor, order, ...wanted }: ControlFilter,
): Promise<Page<Control> & { total: number }> {
  const found = (await controlsOf(scope, companyId)).controls
    .filter(
      (one) =>
        (!wanted.tier || one.tier === wanted.tier) &&
        (!wanted.category || one.category === wanted.category) &&
        (!wanted.status || one.status === wanted.status),
    )
    .toSorted((a, b) => ORDER[order](a, b) || a.controlId.localeCompare(b.controlId));
  const binding = `${scope.operation}|${JSON.stringify({ companyId, order, ...wanted })}`;
  const start = cursor === undefined ? 0 : Number(openCursor(scope.cursorKey, binding, cursor).start);
  const items = found.slice(start, start + limit);
  const more = start + limit < found.length;
  const page = more ? { cursor: sealCursor(scope.cursorKey, binding, { start: start + limit }) } : {};
  return orUnknown(scope, companyId, items.length === 0, { items, total: found.length, ...page });
}

async function one(scope: Scope, companyId: string, controlId: string): Promise<Control> {
  const found = (await controlsOf(scope, companyId)).controls.find((control) => control.controlId === controlId);
  if (!found) throw notFound('control');
  return found;
}

/** Microsoft's sentences about a tenant's controls, by control. */
export async function notesOf(scope: Scope, companyId: string): Promise<Readonly<Record<string, string>>> {
  const get = ControlNotesEntity.get({ mspId: scope.mspId, companyId });
  return (await find(scope, ControlNotesEntity, get))?.notes ?? {};
}

/** A control with Microsoft's text, as plain text. */
export async function control(
  scope: Scope,
  { companyId, controlId }: { companyId: string; controlId: string },
): Promise<ControlDetail> {
  const key = { mspId: scope.mspId, companyId, key: vendorKey(controlId) };
  const [found, text, notes] = await Promise.all([
    one(scope, companyId, controlId),
    find(scope, ControlTextEntity, ControlTextEntity.get(key)),
    notesOf(scope, companyId),
  ]);
  return {
    ...found,
    ...(notes[controlId] ? { implementation: notes[controlId] } : {}),
    remediation: text?.remediation ?? '',
    remediationImpact: text?.remediationImpact ?? '',
    threats: text?.threats ?? [],
    ...(text?.actionUrl ? { actionUrl: text.actionUrl } : {}),
  };
}

/** What a control led to for this company, and where it is used. */
export async function controlLinks(
  scope: Scope,
  { companyId, controlId }: { companyId: string; controlId: string },
): Promise<Links> {
  const items = await linksAt(scope, companyId, { type: 'control', id: controlId });
  return orUnknown(scope, companyId, items.length === 0, { items });
}

/** Says where a control stands for a company. `v` is the decision's version, 0 for the first one. */
export async function decide(
  scope: Scope,
  { companyId, controlId, v, ...decision }: NewControlDecision,
): Promise<Control> {
  const shown = await one(scope, companyId, controlId);
  const key = { mspId: scope.mspId, companyId, key: vendorKey(controlId) };
  const before = await find(scope, ControlDecisionEntity, ControlDecisionEntity.get(key), { consistent: true });
  if ((before?.v ?? 0) !== v) throw changedMeanwhile('control', before?.v ?? 0);
  const set = { status: decision.status, evidence: decision.evidence, reason: decision.reason, until: decision.until };
  const after = before ? revised(scope, before, set) : stamped(scope, { companyId, key: key.key, controlId, ...set });
  const op = before
    ? change(ControlDecisionEntity, before, after)
    : put(ControlDecisionEntity, after, { taken: () => changedMeanwhile('control') });
  const told = decisionOf(after);
  const answer: Control = {
    ...shown,
    decision: told,
    v: after.v,
    status: statusToday(told, shown.open, todayOf(scope)),
    quickWin: shown.quickWin && isToDo(decision.status),
  };
  return commit(scope, [op], [controlStatusSet.of({ companyId, controlId })], answer);
}
