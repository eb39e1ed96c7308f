import type { Reply } from '../reply.ts';
import { CONTROL_BY_ID, CONTROLS, type Control } from '../world/controls.ts';
import { dayNumber, dayText } from '../world/dates.ts';
import { type ControlScore, HISTORY_DAYS, scoreOn, totalOn } from '../world/score-timeline.ts';
import { hasServicePlan, licensedUsers, type Tenant } from '../world.ts';
import { allowOptions, type GraphCall } from './call.ts';
import { page } from './collection.ts';

const VENDOR = { provider: 'SecureScore', providerVersion: null, subProvider: null, vendor: 'Microsoft' };

/** A scored control without a profile, as real tenants have some; it carries no points. */
const WITHOUT_PROFILE = 'aad_linkedin_connection_disables';

/**
 * `GET /security/secureScores`: one reading a day, newest first, 90 days back from the simulator's clock.
 * `$top` is a page size as everywhere in Graph: a caller that follows the links gets the whole history.
 */
export function listSecureScores(call: GraphCall): Reply {
  allowOptions(call, ['$top', '$skip', '$count']);
  const today = dayNumber(call.now);
  const skip = Math.max(0, Number.parseInt(call.query.get('$skip') ?? '0', 10) || 0);
  const days = Array.from({ length: HISTORY_DAYS }, (_, index) => today - index).slice(skip);
  return page(call, {
    context: 'security/secureScores',
    rows: days,
    positionOf: (day) => -day,
    shape: (day) => secureScore(call.tenant, day),
    pageSize: 100,
    maxPageSize: 999,
    ...(call.query.get('$count') === 'true' ? { count: days.length } : {}),
  });
}

function secureScore(tenant: Tenant, day: number): object {
  const { scores } = tenant;
  const date = dayText(day);
  const licensed = licensedUsers(tenant).length;
  return {
    id: `${tenant.id}_${date}`,
    azureTenantId: tenant.id,
    // Offices are quieter at the weekend, which is all that this number shows.
    activeUserCount: (day + 4) % 7 > 4 ? Math.ceil(licensed * 0.3) : Math.ceil(licensed * 0.9),
    createdDateTime: `${date}T00:00:00Z`,
    currentScore: totalOn(scores, day),
    enabledServices: enabledServices(tenant),
    licensedUserCount: licensed,
    maxScore: scores.maxScore,
    averageComparativeScores: [
      { basis: 'AllTenants', averageScore: scores.averages.allTenants },
      { basis: 'TotalSeats', averageScore: scores.averages.sameSize },
    ],
    controlScores: [
      ...scores.controls.map((control) => controlScore(control, day)),
      { controlCategory: 'Identity', controlName: WITHOUT_PROFILE, description: '', score: 0, on: 'false' },
    ],
    vendorInformation: VENDOR,
  };
}

function enabledServices(tenant: Tenant): string[] {
  const services = ['HasExchange', 'HasEOP', 'HasSharePoint', 'HasOD4B'];
  if (hasServicePlan(tenant, 'AAD_PREMIUM')) services.push('HasAADP1');
  if (hasServicePlan(tenant, 'INTUNE_A')) services.push('HasInTune');
  return services;
}

/** Only the first four fields are in Graph's schema; the rest comes as dynamic properties, numbers and flags as text. */
function controlScore(control: ControlScore, day: number): object {
  const profile = CONTROL_BY_ID.get(control.controlId);
  const score = scoreOn(control, day);
  const { tally } = control;
  return {
    controlCategory: profile?.category,
    controlName: control.controlId,
    description: `<p>${profile?.title}</p>`,
    score,
    scoreInPercentage: Math.round((score / control.maxScore) * 10_000) / 100,
    implementationStatus: statusOf(control, score),
    lastSynced: `${dayText(day)}T00:00:00Z`,
    on: String(score > 0),
    ...(tally ? { count: String(tally.count), total: String(tally.total) } : {}),
  };
}

function statusOf(control: ControlScore, score: number): string {
  if (control.status !== null && score < control.maxScore) return control.status;
  const { tally } = control;
  if (tally) return `${tally.total - tally.count} of ${tally.total} users still have to meet this control.`;
  return score > 0 ? 'This control is in place.' : 'This control is not in place.';
}

/** `GET /security/secureScoreControlProfiles`: the catalogue of the controls that the tenant is scored on. */
export function listControlProfiles(call: GraphCall): Reply {
  allowOptions(call, ['$top', '$count']);
  const { tenant } = call;
  const scored = new Map(tenant.scores.controls.map((control) => [control.controlId, control]));
  const rows = CONTROLS.filter((control) => control.deprecated || scored.has(control.id));
  return page(call, {
    context: 'security/secureScoreControlProfiles',
    rows,
    positionOf: (_row, index) => index,
    shape: (control) => controlProfile(tenant, control, scored.get(control.id)),
    pageSize: 100,
    maxPageSize: 999,
    ...(call.query.get('$count') === 'true' ? { count: rows.length } : {}),
  });
}

function controlProfile(tenant: Tenant, control: Control, scored: ControlScore | undefined): object {
  const states = scored?.states ?? [];
  return {
    id: control.id,
    azureTenantId: tenant.id,
    actionType: control.actionType,
    actionUrl: `https://security.microsoft.com/securescore?viewid=actions&actionId=${control.id}`,
    controlCategory: control.category,
    title: control.title,
    deprecated: control.deprecated ?? false,
    implementationCost: control.implementationCost,
    lastModifiedDateTime: null,
    maxScore: control.maxScore,
    rank: CONTROLS.indexOf(control) + 1,
    remediation: control.remediation,
    remediationImpact: control.remediationImpact,
    service: control.service,
    threats: control.threats,
    tier: control.tier,
    userImpact: control.userImpact,
    complianceInformation: [],
    controlStateUpdates:
      states.length === 0
        ? [{ assignedTo: '', comment: '', state: 'Default', updatedBy: '', updatedDateTime: tenant.createdAt }]
        : states.map(({ state, comment, updatedBy, updatedAt }) => ({
            assignedTo: '',
            comment,
            state,
            updatedBy,
            updatedDateTime: updatedAt,
          })),
    vendorInformation: VENDOR,
  };
}
