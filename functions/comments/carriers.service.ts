import { permit } from '../../shared/kernel/actor.ts';
import { type CarrierType, READS } from '../../shared/kernel/carrier.ts';
import { forbidden } from '../../shared/kernel/error.ts';
import type { Carrier } from '../../shared/kernel/on-carrier.ts';
import type { Scope } from '../_kit/scope.ts';
import { get as getBudget } from '../budgets/budgets.service.ts';
import { get as getDevice } from '../devices/devices.service.ts';
import { get as getFinding } from '../findings/findings.service.ts';
import { get as getGoal } from '../goals/goals.service.ts';
import { get as getMeeting } from '../meetings/meetings.service.ts';
import { get as getItem } from '../planner/planner.service.ts';
import { get as getReport } from '../reports/reports.service.ts';

type Find = (scope: Scope, companyId: string, id: string) => Promise<unknown>;

const FIND: Record<CarrierType, Find> = {
  finding: (scope, companyId, findingId) => getFinding(scope, { companyId, findingId }),
  goal: (scope, companyId, goalId) => getGoal(scope, { companyId, goalId }),
  'planner-item': (scope, companyId, plannerItemId) => getItem(scope, { companyId, plannerItemId }),
  budget: (scope, companyId, budgetId) => getBudget(scope, { companyId, budgetId }),
  meeting: (scope, companyId, meetingId) => getMeeting(scope, { companyId, meetingId }),
  report: (scope, companyId, reportId) => getReport(scope, { companyId, reportId }),
  device: (scope, companyId, deviceId) => getDevice(scope, { companyId, deviceId }),
};

/** Whether there is such a record. @throws 404 when it is not there, or is another company's */
export async function checkCarrier(scope: Scope, { companyId, recordType, recordId }: Carrier): Promise<void> {
  await FIND[recordType](scope, companyId, recordId);
}

/** @throws 403 when the actor's role does not read records of this type */
export function mayRead({ actor }: Scope, recordType: CarrierType): void {
  if (permit(actor, READS[recordType]) !== 'allowed')
    throw forbidden('Your role does not show you this record. Ask an owner of your MSP.');
}
