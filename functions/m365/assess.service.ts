import { companyRefreshed } from '../../events/m365.ts';
import { adminFindings } from '../../shared/m365/admin-findings.ts';
import { isToDo } from '../../shared/m365/control.ts';
import { costOf, type Licence } from '../../shared/m365/licence.ts';
import { licenceFindings } from '../../shared/m365/licence-findings.ts';
import { licenceWaste, type Waste } from '../../shared/m365/licence-waste.ts';
import { type M365Figures, secondFactorShare } from '../../shared/m365/overview.ts';
import { adjustedScore, changeWithin, scorePercent, weeklyTrend } from '../../shared/m365/secure-score.ts';
import type { M365Settings } from '../../shared/m365/settings.ts';
import type { M365User } from '../../shared/m365/user.ts';
import { weakControls } from '../../shared/m365/weak-controls.ts';
import { commit } from '../_kit/commit.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { saveSummary } from '../_kit/summary.ts';
import { todayOf } from '../_kit/today.ts';
import { reconcileFindings } from '../findings/findings.service.ts';
import { controlsOf, notesOf } from './controls.service.ts';
import { licencesOf } from './licences.service.ts';
import { readings } from './secure-score.service.ts';
import { newestSettings } from './settings.service.ts';
import { RoleHolderEntity } from './tenant.entity.ts';
import { usersOf } from './users.service.ts';

const MOST_HOLDERS = 10_000;
/** Weeks of the line beside the score: a quarter of a year. */
const LINE_WEEKS = 13;

/** Everything known of a company's tenant, read once. */
async function known(scope: Scope, companyId: string, rules: M365Settings) {
  const holders = RoleHolderEntity.query.ofCompany({ mspId: scope.mspId, companyId });
  const [{ controls }, notes, licences, users, roles, days] = await Promise.all([
    controlsOf(scope, companyId),
    notesOf(scope, companyId),
    licencesOf(scope, companyId, rules),
    usersOf(scope, companyId),
    all(scope, RoleHolderEntity, holders, { most: MOST_HOLDERS }),
    readings(scope, companyId),
  ]);
  return { controls, notes, licences, users, roles, days };
}

type Known = Awaited<ReturnType<typeof known>>;

function licenceFigures(licences: readonly Licence[], waste: readonly Waste[]) {
  const paid = licences.filter(({ free }) => !free);
  return {
    licences: paid.reduce((sum, { purchased }) => sum + purchased, 0),
    licenceMonthlyMinor: costOf(paid).monthlyMinor,
    wastedLicences: waste.reduce((sum, { count }) => sum + count, 0),
    wasteMonthlyMinor: waste.reduce((sum, { count, priceMinor }) => sum + count * (priceMinor ?? 0), 0),
  };
}

const members = (users: readonly M365User[]) => users.filter(({ kind, enabled }) => kind === 'member' && enabled);

function figuresOf({ controls, licences, users, roles, days }: Known, waste: readonly Waste[], rules: M365Settings) {
  const newest = days.at(-1);
  const figures: M365Figures = {
    ...(newest
      ? {
          scorePercent: scorePercent(newest),
          scoreChange30: changeWithin(days, 30),
          adjustedPercent: adjustedScore(newest, controls).percent,
          scoreDate: newest.date,
          scoreTrend: weeklyTrend(days, LINE_WEEKS).map(({ percent }) => percent),
        }
      : {}),
    users: members(users).length,
    guests: users.filter(({ kind }) => kind === 'guest').length,
    secondFactorPercent: secondFactorShare(users),
    ...(roles.length > 0 ? { globalAdmins: roles.filter(({ role }) => role === 'Global Administrator').length } : {}),
    ...licenceFigures(licences, waste),
    currency: rules.currency,
    toAddress: controls.filter(({ status, open }) => isToDo(status) && open > 0).length,
  };
  return JSON.parse(JSON.stringify(figures)) as M365Figures;
}

/**
 * Judges a company's tenant as it is stored: raises, changes and heals findings, and keeps the figures. The same state
 * judged twice writes nothing; of two judgements at once the one that read first judges again, by the settings of then.
 */
export async function assess(scope: Scope, companyId: string): Promise<void> {
  const isNew = await saveSummary(scope, companyId, 'm365', async () => {
    const rules = await newestSettings(scope);
    const now = await known(scope, companyId, rules);
    const waste = licenceWaste(now.licences, now.users, { inactiveDays: rules.inactiveDays, today: todayOf(scope) });
    const observed = [
      ...weakControls(now.controls, rules.weakControlPoints, now.notes),
      ...licenceFindings(waste, rules.currency),
      ...adminFindings(now.roles, rules.mostGlobalAdmins),
    ];
    await reconcileFindings(scope, { companyId, raisedBy: 'm365', observed });
    return figuresOf(now, waste, rules);
  });
  if (isNew) await commit(scope, [], [companyRefreshed.of({ companyId })]);
}
