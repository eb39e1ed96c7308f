import type { Random } from '../../_kit/random.ts';
import { hasServicePlan, type Tenant } from '../world.ts';
import { choosePoints } from './choose-points.ts';
import { CONTROLS, type Control } from './controls.ts';
import { dayNumber } from './dates.ts';
import { isAdministrative, ROLE_TEMPLATES } from './roles.ts';
import { type ControlScore, HISTORY_DAYS, type ScoreBoard } from './score-timeline.ts';
import type { ScoreSpec } from './tenant-spec.ts';

type Tally = { count: number; total: number };
type Points = Map<string, number>;

/**
 * Makes the score of a tenant: which controls are done today so that the sum meets `spec.percent`, and when they changed so
 * that 30 and 90 days back meet the spec's changes. Controls about people follow from the tenant's users.
 */
export function buildScores(tenant: Tenant, spec: ScoreSpec, random: Random, now: Date): ScoreBoard {
  const today = dayNumber(now);
  const controls = random.shuffle(CONTROLS.filter((control) => isShown(tenant, control)));
  const maxScore = sumOf(controls.map((control) => control.maxScore));
  const counted = tallies(tenant);
  const settled = settledToday(tenant, controls, spec, counted);
  const points = fillTo((spec.percent * maxScore) / 100, controls, settled);
  const changedDaysAgo = history(spec, controls, settled, points, maxScore, random);
  return {
    maxScore,
    controls: CONTROLS.filter((control) => points.has(control.id)).map((control): ControlScore => {
      const score = points.get(control.id) ?? 0;
      const daysAgo = changedDaysAgo.get(control.id);
      const before = score === 0 ? control.maxScore : 0;
      const start = { day: today - 2 * HISTORY_DAYS, score: daysAgo === undefined ? score : before };
      return {
        controlId: control.id,
        maxScore: control.maxScore,
        steps: daysAgo === undefined ? [start] : [start, { day: today - daysAgo, score }],
        tally: counted.get(control.id) ?? null,
        status: spec.status?.[control.id] ?? null,
        states: [],
      };
    }),
    averages: { allTenants: 46.2, sameSize: averageOfSize(tenant.users.length) },
  };
}

/** Larger tenants score a little higher; the numbers are invented. */
function averageOfSize(users: number): number {
  if (users < 25) return 41.7;
  return users < 100 ? 43.9 : 48.3;
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

function isShown(tenant: Tenant, control: Control): boolean {
  if (control.deprecated) return false;
  if (control.needs === 'endpoint') return hasServicePlan(tenant, 'MDE_SMB');
  return control.needs !== 'hybrid' || tenant.hybrid;
}

/** Controls that count people, counted on the tenant's own users so that score and user list never contradict each other. */
function tallies(tenant: Tenant): Map<string, Tally> {
  const staff = tenant.users.filter((user) => user.userType === 'Member' && user.accountEnabled);
  const administrators = new Set(
    tenant.roleAssignments.filter((row) => isAdministrative(row.roleTemplateId)).map((row) => row.principalId),
  );
  const admins = staff.filter((user) => administrators.has(user.id));
  const tally = (users: typeof staff): Tally => ({
    count: users.filter((user) => user.methods.length > 0).length,
    total: users.length,
  });
  return new Map([
    ['AdminMFAV2', tally(admins)],
    ['MFARegistrationV2', tally(staff)],
  ]);
}

/** Points of the controls that facts or the spec decide. */
function settledToday(tenant: Tenant, controls: Control[], spec: ScoreSpec, counted: Map<string, Tally>): Points {
  const settled: Points = new Map();
  const moved = spec.recent?.map(({ control }) => control) ?? [];
  const done = [...(spec.done ?? []), ...(spec.change30 > 0 ? moved : [])];
  const open = [...(spec.open ?? []), ...(spec.change30 > 0 ? [] : moved)];
  const globalAdmins = tenant.roleAssignments.filter(
    (row) => row.roleTemplateId === ROLE_TEMPLATES['Global Administrator'],
  );
  for (const { id, maxScore } of controls) {
    const tally = counted.get(id);
    if (tally) settled.set(id, Math.round((maxScore * tally.count * 100) / Math.max(1, tally.total)) / 100);
    else if (id === 'OneAdmin') settled.set(id, globalAdmins.length > 1 ? maxScore : 0);
    else if (done.includes(id)) settled.set(id, maxScore);
    else if (open.includes(id)) settled.set(id, 0);
  }
  return settled;
}

/** Completes settled points so that they sum to `target` as nearly as whole controls allow. */
function fillTo(target: number, controls: Control[], settled: Points): Points {
  const points = new Map(settled);
  const free = controls.filter((control) => !settled.has(control.id));
  const wanted = target - sumOf(settled.values());
  const chosen = choosePoints(
    free.map((control) => control.maxScore),
    wanted,
  );
  free.forEach((control, index) => {
    points.set(control.id, chosen.has(index) ? control.maxScore : 0);
  });
  return points;
}

/** For each control that changed within the history, how many days ago it did. */
function history(
  spec: ScoreSpec,
  controls: Control[],
  settled: Points,
  points: Points,
  maxScore: number,
  random: Random,
): Map<string, number> {
  const told = new Map((spec.recent ?? []).map(({ control, daysAgo }) => [control, daysAgo]));
  const changed = new Map(controls.flatMap(({ id }) => (told.has(id) ? [[id, told.get(id) ?? 0] as const] : [])));
  const toldPoints = sumOf(controls.map((control) => (changed.has(control.id) ? control.maxScore : 0)));
  const spread = (change: number, already: number, nearest: number, farthest: number) => {
    const candidates = controls.filter(
      ({ id }) => !settled.has(id) && !changed.has(id) && (points.get(id) !== 0) === change > 0,
    );
    const picked = choosePoints(
      candidates.map((control) => control.maxScore),
      (Math.abs(change) * maxScore) / 100 - already,
    );
    candidates.forEach(({ id }, index) => {
      if (picked.has(index)) changed.set(id, random.between(nearest, farthest));
    });
  };
  spread(spec.change30, toldPoints, 3, 26);
  spread(spec.changeBefore, 0, 33, HISTORY_DAYS - 6);
  return changed;
}
