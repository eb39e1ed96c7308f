import type { Health } from '../../shared/goals/goal.ts';
import type { LinkEnd } from '../../shared/kernel/link.ts';
import { whoAnswers, whoCares, whoOperates, whoOwns, whoSees } from '../../shared/notifications/recipients.ts';
import type { Occurrence } from '../_kit/on.ts';
import type { Scope } from '../_kit/scope.ts';
import { get as getCompany } from '../companies/companies.service.ts';
import { allClientUsers, allStaff } from '../identity/directory.service.ts';
import { notify } from './notify.service.ts';

interface OneBudget {
  companyId: string;
  budgetId: string;
}

/** Lines wait for the client: its approvers are told. */
export async function budgetSent(
  scope: Scope,
  { companyId, budgetId, lines }: OneBudget & { lines: number },
  occurrence: Occurrence,
): Promise<void> {
  const people = await allClientUsers(scope, companyId);
  const record = { type: 'budget', id: budgetId } as const;
  await notify(scope, whoAnswers(people), occurrence, { type: 'budget-sent', companyId, record, params: { lines } });
}

/** The client answered: whoever owns the relationship is told. */
export async function budgetAnswered(
  scope: Scope,
  told: OneBudget & { answers: readonly { decision: 'approved' | 'rejected' }[]; complete: boolean },
  occurrence: Occurrence,
): Promise<void> {
  const { companyId, budgetId, answers, complete } = told;
  const [company, staff] = await Promise.all([getCompany(scope, { companyId }), allStaff(scope)]);
  const approved = answers.filter(({ decision }) => decision === 'approved').length;
  await notify(scope, whoCares(staff, companyId, company.ownerId), occurrence, {
    type: 'budget-answered',
    companyId,
    record: { type: 'budget', id: budgetId },
    params: { company: company.name, approved, rejected: answers.length - approved, complete },
  });
}

/** An integration stopped working, or works again: those who can do something about it are told. */
export async function integrationTurned(
  scope: Scope,
  { integrationId }: { integrationId: string },
  occurrence: Occurrence,
  type: 'integration-failed' | 'integration-recovered',
): Promise<void> {
  const staff = await allStaff(scope);
  const record = { type: 'integration', id: integrationId } as const;
  await notify(scope, whoOperates(staff), occurrence, { type, record, params: {} });
}

/** A report is ready, or could not be made: who asked for it is told. */
export async function reportEnded(
  scope: Scope,
  { companyId, reportId, requestedBy }: { companyId: string; reportId: string; requestedBy: string },
  occurrence: Occurrence,
  type: 'report-finished' | 'report-failed',
): Promise<void> {
  const { name } = await getCompany(scope, { companyId });
  const record = { type: 'report', id: reportId } as const;
  await notify(scope, [requestedBy], occurrence, { type, companyId, record, params: { company: name } });
}

/** A report was made on schedule and waits for a person to send it: whoever owns the relationship is told. */
export async function reportWaits(
  scope: Scope,
  { companyId, reportId }: { companyId: string; reportId: string },
  occurrence: Occurrence,
): Promise<void> {
  const [{ name, ownerId }, staff] = await Promise.all([getCompany(scope, { companyId }), allStaff(scope)]);
  const record = { type: 'report', id: reportId } as const;
  const params = { company: name };
  await notify(scope, whoCares(staff, companyId, ownerId), occurrence, {
    type: 'report-waits',
    companyId,
    record,
    params,
  });
}

/** An export is ready, or could not be written: who asked for it is told. */
export async function exportEnded(
  scope: Scope,
  { userId, exportId, list, rows }: { userId: string; exportId: string; list: string; rows?: number },
  occurrence: Occurrence,
): Promise<void> {
  const record = { type: 'export', id: exportId } as const;
  const notice =
    rows === undefined
      ? ({ type: 'export-failed', record, params: { list } } as const)
      : ({ type: 'export-finished', record, params: { list, rows } } as const);
  await notify(scope, [userId], occurrence, notice);
}

/** A goal went off track: who answers for it is told, or whoever owns the relationship; not who said so themselves. */
export async function goalTurned(
  scope: Scope,
  { companyId, goalId, health, ownerId }: { companyId: string; goalId: string; health: Health; ownerId?: string },
  occurrence: Occurrence,
): Promise<void> {
  if (health !== 'off-track') return;
  const [company, staff] = await Promise.all([getCompany(scope, { companyId }), allStaff(scope)]);
  const people = whoCares(staff, companyId, ownerId ?? company.ownerId);
  await notify(
    scope,
    people.filter((userId) => userId !== occurrence.actorId),
    occurrence,
    { type: 'goal-off-track', companyId, record: { type: 'goal', id: goalId }, params: { company: company.name } },
  );
}

/** Staff are named in a comment: those who still see the client are told by whom. */
export async function commentMentioned(
  scope: Scope,
  { companyId, record, userIds }: { companyId: string; record: LinkEnd; userIds: readonly string[] },
  occurrence: Occurrence,
): Promise<void> {
  const [{ name }, staff] = await Promise.all([getCompany(scope, { companyId }), allStaff(scope)]);
  const by = staff.find(({ userId }) => userId === occurrence.actorId)?.name ?? '';
  const people = whoSees(staff, companyId).filter((userId) => userIds.includes(userId));
  await notify(scope, people, occurrence, { type: 'mentioned', companyId, record, params: { company: name, by } });
}

/** A webhook was switched off, because nothing got through or because its receiver asked for it: the owners are told. */
export async function webhookDisabled(
  scope: Scope,
  { webhookId, reason }: { webhookId: string; reason: 'failing' | 'gone' },
  occurrence: Occurrence,
): Promise<void> {
  const staff = await allStaff(scope);
  const record = { type: 'webhook', id: webhookId } as const;
  await notify(scope, whoOwns(staff), occurrence, {
    type: 'webhook-disabled',
    record,
    params: { gone: reason === 'gone' },
  });
}
