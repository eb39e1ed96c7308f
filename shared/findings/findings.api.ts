import { Links } from '../kernel/link.ts';
import { op } from '../kernel/op.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Activity } from '../platform/activity.ts';
import { AllFindingsFilter, Dismissal, Finding, FindingFilter, FindingPage, OneFinding, Reopening } from './finding.ts';

/** What was collected and waits for a decision, of one client and over all. */
export const findingsApi = {
  listAll: op('findings:read', 'GET', '/findings').input(AllFindingsFilter).output(FindingPage),
  list: op('findings:read', 'GET', '/companies/{companyId}/findings').input(FindingFilter).output(FindingPage),
  get: op('findings:read', 'GET', '/companies/{companyId}/findings/{findingId}').input(OneFinding).output(Finding),
  links: op('findings:read', 'GET', '/companies/{companyId}/findings/{findingId}/links')
    .input(OneFinding)
    .output(Links),
  /** Decisions that were taken back; the one that stands is in the finding itself. */
  history: op('findings:read', 'GET', '/companies/{companyId}/findings/{findingId}/history')
    .input(OneFinding.extend(PageInput))
    .output(pageOf(Activity)),
  dismiss: op('findings:decide', 'POST', '/companies/{companyId}/findings/{findingId}/dismiss')
    .input(Dismissal)
    .output(Finding),
  reopen: op('findings:decide', 'POST', '/companies/{companyId}/findings/{findingId}/reopen')
    .input(Reopening)
    .output(Finding),
};
